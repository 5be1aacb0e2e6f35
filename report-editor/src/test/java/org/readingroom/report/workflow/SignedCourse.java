package org.readingroom.report.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.testing.SampleReports;

/// Versions signed an hour apart, the first at 02:32:05 UTC of 20 November 2026.
public final class SignedCourse {
    private SignedCourse() {}

    public static List<SignedReport> of(Report report, Stage... stages) {
        List<SignedReport> versions = new ArrayList<>();
        for (Stage stage : stages) {
            int version = versions.size() + 1;
            Instant at = SampleReports.NOW.plusSeconds(3600L * (version - 1));
            SigningAct act = new SigningAct(
                    stage,
                    SampleReports.radiologist(),
                    version,
                    version == 1 ? "" : digest(version - 1),
                    at,
                    "",
                    "rules-1");
            versions.add(new SignedReport(report, act, new byte[0], digest(version), new byte[0]));
        }
        return versions;
    }

    /// What was done about `version`, at 06:00 UTC of that day.
    public static CourseAct act(CourseAct.Kind kind, int version) {
        return new CourseAct(
                "a-" + version,
                digest(version),
                version,
                kind,
                "senior",
                "演示医师",
                Instant.parse("2026-11-20T06:00:00Z"),
                "side",
                "请核对左右",
                "",
                "",
                "rules-1");
    }

    private static String digest(int version) {
        return Integer.toHexString(version).repeat(64);
    }
}
