package org.readingroom.desktop.boot;

import java.util.List;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.reporting.EarlierReports;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Follows what the images on the desk and the patient's earlier reports tell the checks of the report on
/// the screen.
///
/// **Thread:** FX.
// [impl->req~report.check.image-facts~1]
// [impl->req~report.check.earlier-reports~1]
final class KnownFacts {
    /// What is read of a study once its report is opened.
    private record Looked(List<Series> series, List<String> earlier) {}

    private static final Looked NOTHING = new Looked(List.of(), List.of());

    private final ReadPlace read;
    private final Surroundings around;
    private final EarlierReports reports;
    private final Runnable changed;
    private Looked looked = NOTHING;
    private @Nullable StudyUid study;
    private @Nullable DeskFacts facts;
    private ImageFacts images = ImageFacts.UNKNOWN;

    /// `changed` is run whenever something else is known.
    KnownFacts(ReportingParts parts, Runnable changed) {
        this.read = parts.read();
        this.around = parts.around();
        this.changed = changed;
        this.reports = PatientReports.of(around.session());
        around.session().hospital().outside().onChange(this::heard);
        read.desk().sets().addListener((ListChangeListener<OpenSet>) change -> look());
        read.marks().addListener(this::look);
    }

    ImageFacts images() {
        return images;
    }

    /// Words of earlier reports.
    List<String> earlier() {
        return looked.earlier();
    }

    void opened(@Nullable OpenedReport report) {
        looked = NOTHING;
        facts = null;
        images = ImageFacts.UNKNOWN;
        study = report == null ? null : report.model().report().study().study();
        if (report == null) {
            return;
        }
        ask(report);
    }

    /// Other systems' reports of `patient` may be other than before; told on any thread.
    private void heard(PatientId patient) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.NEIGHBOUR,
                        () -> true,
                        done -> read.withReport(report -> {
                            PatientId now =
                                    report.model().report().study().patient().id();
                            if (around.session().worklist().survivors().isOne(now, patient)) {
                                ask(report);
                            }
                        }),
                        around::tell);
    }

    private void ask(OpenedReport report) {
        StudyIdentity identity = report.model().report().study();
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> new Looked(around.session().studies().series(identity.study()), words(identity)),
                        found -> {
                            if (report.equals(read.reportProperty().get())) {
                                looked = found;
                                look();
                                changed.run();
                            }
                        },
                        around::tell);
    }

    /// Who may not read reports has none to compare with.
    private List<String> words(StudyIdentity identity) throws WorkstationException {
        try {
            return reports.unquoted(identity).reports().stream()
                    .flatMap(prior -> prior.heard().stream())
                    .toList();
        } catch (WorkstationException e) {
            if (e.messageKey().equals("services.search.not-a-reader")) {
                return List.of();
            }
            throw e;
        }
    }

    private void look() {
        StudyUid now = study;
        if (now == null) {
            return;
        }
        List<DisplaySet> sets = read.desk().sets().stream()
                .map(OpenSet::displaySet)
                .filter(set -> set.study().equals(now))
                .toList();
        boolean isWhole = read.isWhole(now);
        DeskFacts here = facts;
        if (here == null || !here.isOf(looked.series(), sets, isWhole)) {
            here = new DeskFacts(looked.series(), sets, isWhole);
            facts = here;
        }
        ImageFacts fresh = here.of(
                read.marks().document(now).map(AnnotationDocument::annotations).orElse(List.of()));
        if (!fresh.equals(images)) {
            images = fresh;
            changed.run();
        }
    }
}
