package org.readingroom.services.reading;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.viewer.model.Study;

/// What a granted change brings to the words that writing goes on from, and to the reason of the next
/// signature.
final class Reissue {
    private Reissue() {}

    /// The words that were signed last, with the identity that the study has now; nothing unless a
    /// change was granted.
    static Optional<Report> words(List<SignedReport> holding, SigningRules rules, Study study) {
        if (rules.course(holding).granted().isEmpty()) {
            return Optional.empty();
        }
        Report last = holding.getLast().report();
        return Optional.of(last.withStudy(StudyIdentity.of(study, last.study().institution())));
    }

    /// `reason`, or why the change was asked for that `course` granted.
    static String reason(String reason, ReportCourse course) {
        if (!reason.isBlank() || course.granted().isEmpty()) {
            return reason;
        }
        return course.open().stream()
                .filter(act -> act.kind() == CourseAct.Kind.CHANGE_REQUESTED)
                .map(CourseAct::words)
                .reduce("", (before, after) -> after);
    }
}
