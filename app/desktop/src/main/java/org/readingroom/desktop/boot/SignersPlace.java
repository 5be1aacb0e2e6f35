package org.readingroom.desktop.boot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.NewestAnswer;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.report.workflow.SuggestionConcerns;
import org.readingroom.services.reading.Authors;
import org.readingroom.services.reporting.CourseService;
import org.readingroom.viewer.model.StudyUid;

/// Names among the remarks of the checks who is missing before a report with a program's suggestion is given out.
///
/// **Thread:** FX.
// [impl->req~report.workflow.suggestion-missing~1]
final class SignersPlace {
    private final ReportingParts parts;
    private final CourseService courses;
    private final SigningRules rules = SigningRules.shipped();
    private final NewestAnswer looks;
    private @Nullable Known known;

    /// What is known of the report beside its words: nothing is said before it is.
    private record Known(OpenedReport report, List<CourseAct> acts, List<Author> others) {}

    SignersPlace(ReportingParts parts) {
        this.parts = parts;
        this.courses = parts.around().session().course();
        this.looks = new NewestAnswer(parts.around().lanes());
        parts.read().reportProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenedReport report) {
        known = null;
        if (report != null) {
            report.concernedBy(words -> concerns(report, words));
            report.model().versions().addListener((ListChangeListener<SignedReport>) change -> look(report));
            look(report);
        }
    }

    private void look(OpenedReport report) {
        StudyUid study = report.model().report().study().study();
        looks.ask(
                () -> new Known(
                        report,
                        courses.course(study).acts(),
                        courses.colleagues().stream().map(Authors::of).toList()),
                now -> {
                    if (report.equals(parts.read().reportProperty().get())) {
                        known = now;
                        report.model().marksChanged();
                    }
                },
                parts.around()::tell);
    }

    private List<CheckResult> concerns(OpenedReport report, Report words) {
        Known now = known;
        if (now == null || !report.equals(now.report)) {
            return List.of();
        }
        return SuggestionConcerns.of(
                words,
                rules.following(now.acts),
                report.model().versions(),
                report.model().author(),
                now.others,
                LocalDate.ofInstant(courses.now(), ZoneId.systemDefault()));
    }
}
