package org.readingroom.services.reading;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// A report as it is taken up for writing.
///
/// `isDraft` is false when nobody has written since the last signature, or ever. `versions` are the signed ones,
/// oldest first. `nextStage` is what this person would sign next; empty when it is not their turn.
public record OpenReport(Report report, boolean isDraft, List<SignedReport> versions, Optional<Stage> nextStage) {
    public OpenReport {
        versions = List.copyOf(versions);
    }

    /// What [ReportService#saveDraft] and [ReportService#sign] want to know: the version this goes on from.
    public int baseVersion() {
        return versions.size();
    }
}
