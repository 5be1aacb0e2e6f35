package org.readingroom.desktop.boot;

import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.reporting.KeptOverrules;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Keeps what a person lets stand with the report, and brings it back when the report is taken up again, by whomever.
///
/// **Thread:** FX.
// [impl->req~report.check.overrule-kept~1]
final class OverrulePlace {
    private final ReportingParts parts;
    private final Surroundings around;
    private final KeptOverrules kept;

    OverrulePlace(ReportingParts parts) {
        this.parts = parts;
        this.around = parts.around();
        this.kept = around.session().reporting().overrules();
        parts.read().reportProperty().subscribe(this::opened);
    }

    private void opened(@Nullable OpenedReport report) {
        if (report == null) {
            return;
        }
        StudyIdentity study = report.model().report().study();
        String id = report.model().report().id().value();
        report.view().checkStrip().setOnOverruled(given -> keep(study, id, given));
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> kept.ofStudy(study.study()),
                        earlier -> {
                            if (report.equals(parts.read().reportProperty().get())) {
                                report.model().live().recall(earlier);
                            }
                        },
                        around::tell);
    }

    private void keep(StudyIdentity study, String report, Overrule given) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> {
                            kept.keep(study, report, given);
                            return true;
                        },
                        done -> {},
                        around::tell);
    }
}
