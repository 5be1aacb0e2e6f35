package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
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
import org.testfx.util.WaitForAsyncUtils;

/// What the checks say is all there to be read, and a moved mark shows at its sentence.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CheckRoomTest {
    private final EditorBench bench = new EditorBench();
    private ReportEditorViewModel model;
    private ReportEditorView view;

    @Start
    void show(Stage stage) {
        bench.measure(8.3417);
        model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        view = new ReportEditorView(model, new SimpleObjectProperty<>(Messages.of(Locale.ENGLISH)));
        Scene scene = new Scene(new HBox(view), 400, 720);
        scene.getStylesheets().setAll(StyleSheets.named("base", "report"));
        stage.setScene(scene);
        stage.show();
        view.attach();
    }

    private void layout() {
        for (int i = 0; i < 3; i++) {
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
        }
    }

    // [utest->req~report.check.in-sight~1]
    @Test
    void everyRemarkHasRoomForItsWordsAndTheOneGoneToIsInSight(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.type(
                    SectionKind.FINDINGS,
                    "右肺上叶见结节，大小约99【长径】 mm。左肺见结节【边界】。肝脏【部位】见囊肿。肾脏【大小】。脾脏【密度】增大。" + "前列腺增大【体积】。胰腺【描述】肿大。子宫【说明】增大。");
            layout();
        });
        List<Label> said = words();
        assertTrue(said.size() >= 8, "remarks: " + said.size());
        robot.interact(() -> said.forEach(each -> assertTrue(
                each.getHeight() + 0.5 >= each.prefHeight(each.getWidth()),
                each.getText() + ": " + each.getHeight() + " of " + each.prefHeight(each.getWidth()))));
        ScrollPane room = robot.lookup(".report-check-scroll").queryAs(ScrollPane.class);
        assertTrue(room.getHeight() <= 132.5, "the text keeps its room: " + room.getHeight());
        robot.interact(() -> model.checks().forEach(each -> view.checkStrip().jumpToNext()));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> isInSight(room));
    }

    // [utest->req~report.ui.stale~1]
    @Test
    void aSentenceWhoseMarkWasMovedLooksStaleUntilItIsAccepted(FxRobot robot) {
        robot.interact(this::layout);
        assertEquals(Set.of(), view.lookupAll(".report-stale"));
        robot.interact(() -> {
            bench.measure(9.5);
            model.marksChanged();
            layout();
        });
        assertTrue(view.lookupAll(".report-badge.report-stale").size() == 1, "its badge");
        assertTrue(!view.lookupAll(".report-underline.report-stale").isEmpty(), "its words");
        robot.interact(() -> {
            view.checkStrip().jumpToNext();
            view.checkStrip().fix();
            layout();
        });
        assertTrue(model.report().text(SectionKind.FINDINGS).contains("9.5"), "the new number was taken");
        assertEquals(Set.of(), view.lookupAll(".report-stale"));
    }

    /// Whether the last row, which was gone to, lies within what the room shows.
    private boolean isInSight(ScrollPane room) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    Label last = words().getLast();
                    Bounds seen = room.localToScene(room.getLayoutBounds());
                    Bounds row = last.localToScene(last.getLayoutBounds());
                    return last.getParent().getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen"))
                            && row.getMinY() >= seen.getMinY()
                            && row.getMaxY() <= seen.getMaxY();
                })
                .get(20, TimeUnit.SECONDS);
    }

    private List<Label> words() {
        return view.lookupAll(".report-check-text").stream()
                .map(Label.class::cast)
                .sorted(Comparator.comparingDouble(
                        each -> each.localToScene(0, 0).getY()))
                .toList();
    }
}
