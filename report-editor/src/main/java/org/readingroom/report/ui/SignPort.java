package org.readingroom.report.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.Refusal;

/// Who signs for the editor: checks rights, opens the key, stores the version. Called on `fx`,
/// returns at once.
public interface SignPort {
    /// `password` belongs to the port from here on, which wipes it. `answer` is called once, on
    /// `fx`.
    void sign(Report report, Stage stage, String reason, char[] password, Consumer<Outcome> answer);

    /// What is not here of the study now; nothing when all is. A signature then asks for one more act.
    default Optional<MissingImages> missing() {
        return Optional.empty();
    }

    /// What the rest of the program has against the report, beside its words. Answers at once.
    default List<CheckResult> concerns(Report report) {
        return List.of();
    }

    /// What a person should have before their eyes at signing, beside rules and checks, in words for them. Answers at
    /// once.
    default List<String> reminders() {
        return List.of();
    }

    /// How signing ended.
    sealed interface Outcome {
        record Signed(SignedReport report) implements Outcome {}

        /// Nothing was signed; every rule that said no is named.
        record Refused(List<Refusal> refusals) implements Outcome {}

        record Failed(Exception cause) implements Outcome {}
    }
}
