package org.readingroom.report.workflow;

import java.time.LocalDate;
import java.util.List;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// Everything the rules look at before a signature.
///
/// **Order:** `versions` oldest first, all signed versions of this report so far.
public record SigningSituation(
        Stage stage,
        Author author,
        Report report,
        String reason,
        List<SignedReport> versions,
        List<CheckResult> checks,
        LocalDate today) {
    public SigningSituation {
        versions = List.copyOf(versions);
        checks = List.copyOf(checks);
    }
}
