package org.readingroom.desktop.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.KeyImageFollow;
import org.readingroom.desktop.reporting.SeenSeries;
import org.readingroom.desktop.tools.SeenWindow;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Report;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.KeyImageStrip;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;

/// What the report shares with the images: its key images, and the series that were never opened, named above it
/// and in the sign sheet.
///
/// **Thread:** FX.
final class EvidencePlace {
    private final Surroundings around;
    private final ReadPlace read;
    private final SeenSeries seen;
    private final StringProperty unopened = new SimpleStringProperty("");
    /// Nothing while the marks of the study are not read: what comes with them was marked before.
    private Optional<Map<FrameRef, String>> marked = Optional.empty();

    EvidencePlace(ReportingParts parts) {
        this.around = parts.around();
        this.read = parts.read();
        this.seen = new SeenSeries(read.desk());
        seen.unopenedProperty().subscribe(this::say);
        around.words().messagesProperty().subscribe(this::say);
        read.studyProperty().subscribe(study -> {
            marked = Optional.empty();
            seen.follow(study == null ? null : study.uid());
        });
        read.reportProperty().subscribe(report -> {
            marked = notes();
            if (report != null) {
                dress(report);
            }
        });
        read.keyImages().addListener(this::follow);
    }

    private void say() {
        List<String> names = seen.unopenedProperty().get();
        unopened.set(
                names.isEmpty()
                        ? ""
                        : around.words().get("desktop.report.unopened", names.size(), String.join(" · ", names)));
    }

    /// The strip above the report, as long as there is something to name; the sign sheet says the same.
    // [impl->req~report.seen-series.sign~1]
    private void dress(OpenedReport report) {
        Label strip = new Label();
        strip.setId("report-unopened");
        strip.getStyleClass().addAll("report-quiet", "report-strip");
        strip.setWrapText(true);
        strip.managedProperty().bind(strip.visibleProperty());
        strip.textProperty().bind(unopened);
        strip.visibleProperty()
                .bind(unopened.isNotEmpty().and(report.model().modeProperty().isNotEqualTo(EditorMode.LOCKED)));
        report.view().addAbove(strip);
        report.remindedBy(unopened::get);
        report.view().addAbove(new KeyImageStrip(report.model(), around.words().messagesProperty()));
    }

    /// A key image was marked, named or taken back: the report has the same, while it may be changed.
    private void follow() {
        Optional<Map<FrameRef, String>> before = marked;
        marked = notes();
        if (before.isPresent() && marked.isPresent() && !marked.equals(before)) {
            read.withReport(report -> follow(report, before.get(), marked.get()));
        }
    }

    private void follow(OpenedReport report, Map<FrameRef, String> before, Map<FrameRef, String> now) {
        Report words = report.model().report();
        boolean isOfRead = words.study().study().equals(StudyUids.of(read.studyProperty()));
        if (!isOfRead || report.model().modeProperty().get() != EditorMode.EDITING) {
            return;
        }
        List<KeyImage> images = KeyImageFollow.follow(words.keyImages(), before, now, this::image);
        if (!images.equals(words.keyImages())) {
            report.model().write(written -> ReportEdits.keyImages(written, images));
        }
    }

    /// Of the study that is read alone: the reader may be marking a prior just now.
    private Optional<Map<FrameRef, String>> notes() {
        StudyUid study = StudyUids.of(read.studyProperty());
        return study == null
                ? Optional.empty()
                : read.marks().document(study).map(document -> {
                    Map<FrameRef, String> notes = new LinkedHashMap<>();
                    document.keyImages().forEach(image -> notes.put(image.frame(), image.note()));
                    return notes;
                });
    }

    /// Under the window that the active view shows it with, when it shows it.
    private Optional<KeyImage> image(FrameRef frame) {
        var view = read.desk().activeProperty().get();
        boolean isShown =
                view.frame().filter(shown -> shown.ref().equals(frame)).isPresent();
        return read.desk().sets().stream()
                .map(OpenSet::displaySet)
                .filter(set -> set.frames().stream().anyMatch(each -> Objects.equals(each.ref(), frame)))
                .findFirst()
                .map(DisplaySet::series)
                .map(series -> new KeyImage(series, frame, isShown ? SeenWindow.of(view) : null, ""));
    }
}
