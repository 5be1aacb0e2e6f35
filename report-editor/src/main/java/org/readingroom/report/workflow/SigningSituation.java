package org.readingroom.report.workflow;

import java.time.LocalDate;
import java.util.List;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;

/// Everything the rules look at before a signature.
///
/// `present` is whose and which study it is now, whatever the report says.
///
/// **Order:** `versions` oldest first, all signed versions of this report so far.
public record SigningSituation(
        Stage stage,
        Author author,
        Report report,
        String reason,
        List<SignedReport> versions,
        List<CheckResult> checks,
        LocalDate today,
        StudyIdentity present) {
    public SigningSituation {
        versions = List.copyOf(versions);
        checks = List.copyOf(checks);
    }

    /// For whoever does not know the study beside its report: the identity is looked at where it is signed.
    public SigningSituation(
            Stage stage,
            Author author,
            Report report,
            String reason,
            List<SignedReport> versions,
            List<CheckResult> checks,
            LocalDate today) {
        this(stage, author, report, reason, versions, checks, today, report.study());
    }
}
