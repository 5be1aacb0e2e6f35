package org.readingroom.services.reading;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.workflow.CourseAct;

/// A report as it is taken up for writing.
///
/// `revision` is that of the draft, empty when nobody has written since the last signature, or ever.
/// `versions` are the signed ones, oldest first; `holding` those of them that were not withdrawn before they reached
/// the
/// hospital: only on these does writing go on, and what was withdrawn is to be signed again. `nextStage` is what this
/// person would sign next; empty
/// when it is not their turn. `acts` are what was done about the versions beside signing.
public record OpenReport(
        Report report,
        String revision,
        List<SignedReport> versions,
        List<SignedReport> holding,
        Optional<Stage> nextStage,
        List<CourseAct> acts) {
    public OpenReport {
        versions = List.copyOf(versions);
        holding = List.copyOf(holding);
        acts = List.copyOf(acts);
    }

    /// Whether the words are signed and nobody writes on: it is not this person's turn, or only an addendum may follow
    /// and none was begun. The report editor is locked then, and so are the marks.
    public boolean isAtRest() {
        if (versions.isEmpty() || nextStage.isEmpty()) {
            return !versions.isEmpty();
        }
        return nextStage.get() == Stage.ADDENDUM
                && ValidVersions.of(holding).getLast().report().equals(report);
    }

    public boolean isDraft() {
        return !revision.isEmpty();
    }

    /// What [ReportService#saveDraft] and [ReportService#sign] want to know: what this goes on from. Each call is
    /// another writing.
    public DraftBase base() {
        String act = acts.stream()
                .filter(one -> one.kind().isDeciding())
                .map(CourseAct::id)
                .reduce("", (before, after) -> after);
        return DraftBase.taken(versions.size(), act, revision);
    }

    /// The version this goes on from.
    public int baseVersion() {
        return versions.size();
    }
}
