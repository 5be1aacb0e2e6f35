package org.readingroom.report.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.report.workflow.SigningSituation;

/// Whose turn it is to sign: the signed versions so far, and what the rules let this person do with them.
///
/// **Thread:** `fx`, or one test thread.
final class SigningTurn {
    private final SigningRules rules;
    private final Author author;
    private final ObservableList<SignedReport> versions;
    // Held here: a view of a list listens to it weakly, so one that nobody holds falls silent.
    private final ObservableList<SignedReport> versionsView;
    private @Nullable Stage chosen;

    /// `versions` are the signed ones so far that hold, oldest first.
    SigningTurn(SigningRules rules, Author author, List<SignedReport> versions) {
        this.rules = rules;
        this.author = author;
        this.versions = FXCollections.observableArrayList(versions);
        this.versionsView = FXCollections.unmodifiableObservableList(this.versions);
    }

    Author author() {
        return author;
    }

    String rulesVersion() {
        return rules.version();
    }

    /// **Order:** oldest first.
    ObservableList<SignedReport> versions() {
        return versionsView;
    }

    void signed(SignedReport version) {
        chosen = null;
        versions.add(version);
    }

    /// The stage this person would sign next; empty when it is not their turn. What they chose goes
    /// before what is usual, as long as they may.
    Optional<Stage> next() {
        return Optional.ofNullable(chosen)
                .filter(stage -> rules.stages(author, versions).contains(stage))
                .or(() -> rules.nextStage(author, versions));
    }

    /// Whether that is another choice than before.
    boolean choose(@Nullable Stage stage) {
        boolean isOther = chosen != stage;
        chosen = stage;
        return isOther;
    }

    /// What this person may do with `report`; one that says more than the last version is a draft.
    EditorMode mode(Report report) {
        Optional<Stage> next = next();
        if (next.isEmpty()) {
            return EditorMode.LOCKED;
        }
        if (next.get() == Stage.CONSULTATION) {
            return EditorMode.CONSULTATION;
        }
        if (next.get() == Stage.COUNTERSIGNATURE) {
            return EditorMode.COUNTERSIGNING;
        }
        if (next.get() != Stage.ADDENDUM) {
            return EditorMode.EDITING;
        }
        boolean isDraft = !versions.isEmpty() && !versions.getLast().report().equals(report);
        return isDraft ? EditorMode.ADDENDUM : EditorMode.LOCKED;
    }

    /// The rules that would refuse a signature on `today`; empty when it may be made.
    List<Refusal> refusals(Report report, String reason, List<CheckResult> checks, LocalDate today) {
        return next().map(stage -> rules.refusals(new SigningSituation(
                        stage, author, report, reason, List.copyOf(versions), List.copyOf(checks), today)))
                .orElseGet(() -> List.of(new Refusal("stage-order", "report.rule.stage-order", List.of())));
    }
}
