package org.readingroom.services.reading;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.ValidVersions;
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

    /// The signed words that are taken up: while a new reading waits, whoever is not to sign next reads what holds; so
    /// does everybody once the last version was withdrawn, but who is to sign that very one again.
    // [impl->req~report.workflow.reread-valid~1]
    static Report signed(List<SignedReport> signed, List<SignedReport> holding, Optional<Stage> next) {
        boolean isHolding = ValidVersions.isBeingReread(signed) == ValidVersions.isBeingReread(holding);
        if (isHolding && isTaken(signed.getLast(), holding, next) && !isOnlyRead(holding, next)) {
            return signed.getLast().report();
        }
        return ValidVersions.of(holding.isEmpty() ? signed : holding).getLast().report();
    }

    /// [OpenReport#isAtRest] of the report that would be taken up with `draft`; `signed` has at least one.
    static boolean isAtRest(
            Optional<Report> draft, List<SignedReport> signed, List<SignedReport> holding, Optional<Stage> next) {
        Report words = draft.orElseGet(() -> signed(signed, holding, next));
        return new OpenReport(words, "", signed, holding, next, List.of()).isAtRest();
    }

    /// An addendum that was withdrawn is a draft while anybody wants it, and then no more.
    private static boolean isTaken(SignedReport last, List<SignedReport> holding, Optional<Stage> next) {
        Stage stage = last.act().stage();
        return holding.isEmpty()
                || holding.getLast().equals(last)
                || stage != Stage.ADDENDUM && next.equals(Optional.of(stage));
    }

    /// Whether a new reading waits for others than who has this as `next`.
    static boolean isOnlyRead(List<SignedReport> holding, Optional<Stage> next) {
        return ValidVersions.isBeingReread(holding) && next.isEmpty();
    }

    /// The words of `draft` with the whole identity that their next version is to have: what the study has now while a
    /// change is granted, else that of the last version, since a report is of one patient in all its versions.
    // [impl->req~report.workflow.reissue-identity~1]
    static Report draft(Report draft, List<SignedReport> signed, Optional<Report> granted, Study study) {
        if (granted.isPresent()) {
            return draft.withStudy(granted.get().study());
        }
        return signed.isEmpty()
                ? SurvivingPatients.follow(draft, study)
                : draft.withStudy(signed.getLast().report().study());
    }

    /// The identity that a version after `holding` may take if a change was granted.
    static StudyIdentity present(Report report, List<SignedReport> holding, Optional<Study> study) {
        StudyIdentity last =
                holding.isEmpty() ? report.study() : holding.getLast().report().study();
        return study.map(now -> StudyIdentity.of(now, last.institution())).orElse(last);
    }

    /// `reason`, or why the change was asked for that `course` granted; its new reading and its review have the same.
    static String reason(String reason, ReportCourse course) {
        if (!reason.isBlank() || course.changing().isEmpty()) {
            return reason;
        }
        if (course.isBeingReread()) {
            return course.versions().getLast().act().reason();
        }
        return course.open().stream()
                .filter(act -> act.kind() == CourseAct.Kind.CHANGE_REQUESTED)
                .map(CourseAct::words)
                .reduce("", (before, after) -> after);
    }
}
