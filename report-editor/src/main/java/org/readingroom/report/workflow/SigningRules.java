package org.readingroom.report.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// Who may sign what, and when: the policy of one versioned rule file.
public final class SigningRules {
    private SigningRules() {}

    /// The rule file that ships with the program.
    public static SigningRules shipped() {
        return new SigningRules();
    }

    /// Names the rule file in every signature made under it.
    public String version() {
        throw new UnsupportedOperationException();
    }

    /// The stage someone of `roles` would sign next; empty when it is not their turn.
    public Optional<Stage> nextStage(Set<AuthorRole> roles, List<SignedReport> versions) {
        throw new UnsupportedOperationException();
    }

    /// Every rule that says no; empty when the signature may be made.
    public List<Refusal> refusals(SigningSituation situation) {
        throw new UnsupportedOperationException();
    }
}
