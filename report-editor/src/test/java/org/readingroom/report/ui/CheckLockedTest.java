package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.assets.Messages;
import org.readingroom.assets.StyleSheets;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The remarks of a report that was signed can be read, and nothing can be done about them.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CheckLockedTest {
    private final EditorBench bench = new EditorBench();
    private ReportEditorViewModel model;
    private ReportEditorView view;

    @Start
    void show(Stage stage) {
        bench.measure(8.3417);
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        view = new ReportEditorView(model, new SimpleObjectProperty<>(Messages.of(Locale.ENGLISH)));
        Scene scene = new Scene(view, 460, 720);
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
    }

    // [utest->req~report.check.locked~1]
    @Test
    void aSignedReportOffersToMendOrOverruleNothing(FxRobot robot) {
        robot.interact(() -> {
            model.type(SectionKind.FINDINGS, model.report().text(SectionKind.FINDINGS) + "肝脏未见异常密渡影。");
            model.flush();
        });
        assertFalse(model.checks().isEmpty(), "a remark");
        assertFalse(view.lookupAll(".report-check-act").isEmpty(), "an offer while it is written");
        robot.interact(() -> model.sign("", "demo".toCharArray(), outcome -> {}));
        assertEquals(EditorMode.LOCKED, model.modeProperty().get());
        assertFalse(view.lookupAll(".report-check-text").isEmpty(), "the remark can be read");
        assertEquals(0, view.lookupAll(".report-check-act").size());
        String signed = model.report().text(SectionKind.FINDINGS);
        for (Runnable key : List.<Runnable>of(
                () -> view.checkStrip().fix(), () -> view.checkStrip().overrule())) {
            robot.interact(() -> model.say("report.ui.signing"));
            robot.interact(key);
            assertEquals(
                    Optional.of("report.ui.checks-locked"),
                    model.noticeProperty().get());
        }
        assertEquals(0, view.lookupAll("#report-check-reason").size());
        assertEquals(signed, model.report().text(SectionKind.FINDINGS));
    }
}
