package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class KeyImageStripTest {
    private static final SeriesUid SERIES = new SeriesUid("2.25.9");
    private static final FrameRef FIRST = new FrameRef(new SopInstanceUid("2.25.1"), 0);
    private static final FrameRef SECOND = new FrameRef(new SopInstanceUid("2.25.2"), 3);
    private static final AnchorWindow LUNG = new AnchorWindow(-600, 1500);

    private final EditorBench bench = new EditorBench();
    private ReportEditorViewModel model;
    private KeyImageStrip strip;

    @Start
    void show(Stage stage) {
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        strip = new KeyImageStrip(model, new SimpleObjectProperty<>(Messages.of(Locale.ENGLISH)));
        stage.setScene(new Scene(strip, 400, 200));
        stage.show();
    }

    // [utest->req~report.ui.key-images~1]
    @Test
    void theKeyImagesOfTheReportAreNamedAndLedTo(FxRobot robot) {
        assertFalse(strip.isVisible(), "there are none");
        List<KeyImage> images =
                List.of(new KeyImage(SERIES, FIRST, null, "右肺上叶结节"), new KeyImage(SERIES, SECOND, LUNG, ""));
        robot.interact(() -> model.write(report -> ReportEdits.keyImages(report, images)));
        assertTrue(strip.isVisible());
        assertEquals(
                List.of("1  右肺上叶结节", "2"),
                links().stream().map(Hyperlink::getText).toList());
        robot.interact(() -> links().getLast().fire());
        assertEquals(List.of(new EvidenceAnchor(SERIES, SECOND, null, LUNG)), bench.shown);
        robot.interact(model::undo);
        assertFalse(strip.isVisible(), "what is taken back is no longer in the report");
    }

    private List<Hyperlink> links() {
        return strip.getChildren().stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .toList();
    }
}
