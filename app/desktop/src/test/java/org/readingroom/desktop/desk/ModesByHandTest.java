package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.objects.ObjectLayer;
import org.readingroom.desktop.objects.ObjectsModel;
import org.readingroom.desktop.objects.PresentationChoice;
import org.readingroom.desktop.objects.RegionTool;
import org.readingroom.desktop.objects.RegionToolLayer;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.viewport.PlaneKind;

/// Volumes from outside and curved reformats by mouse and keys on a real chest CT. Pictures are kept in `target/desk`.
@Tag("ui")
// [utest->req~desk.volume-rendering~1]
// [utest->req~desk.curved~1]
class ModesByHandTest {
    private static final Path KEPT = Path.of("target", "desk");

    private DeskStage stage;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct-chest-lidc0314"));
        stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.SIMPLIFIED_CHINESE,
                1280,
                800);
        robot = DeskStage.onFx(Robot::new);
        DeskStage.onFx(() -> {
            stage.desk.setToolLayer(new LayerStack(List.of(
                    new CurveLayer(stage.desk.curveDrawing()),
                    new CrosshairLayer(stage.desk.crosshair(), stage.words))));
            stage.desk.open(study.sets(), study);
            stage.desk.focusActive();
        });
        stage.settle();
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void theVolumeIsTurnedByHandDraftsAreRefinedAndAClickTakesTheCutsThere() throws Exception {
        press(KeyCode.O, true);
        stage.settle();
        ViewportNode solid = stage.view.viewNodes().get(3);
        DeskStage.until("the volume is whole", () -> solid.sceneShown().isPresent() && solid.isAtRest());
        stage.save(KEPT.resolve("scene-1-front.png"));
        Vec3 front = shown(solid).camera().forward();
        drag(solid, 200, 150, 300, 150);
        DeskStage.until("it is refined", solid::isAtRest);
        Vec3 turned = shown(solid).camera().forward();
        assertTrue(front.dot(turned) < 0.95, "a hundred pixels turn it");
        assertEquals(0, turned.z(), 0.02, "a level drag keeps the head up");
        DeskStage.onFx(() -> stage.desk.activate(solid.model()));
        for (String preset : SceneLook.presets("CT")) {
            DeskStage.onFx(() -> solid.model().scene((look, volume) -> look.withPreset(preset)));
            DeskStage.until(
                    "drawn",
                    () -> solid.isAtRest() && shown(solid).look().preset().equals(preset));
            stage.save(KEPT.resolve("scene-2-" + preset + ".png"));
        }
        DeskStage.onFx(() ->
                solid.model().scene((look, volume) -> look.withPreset("bone").withBox(true)));
        DeskStage.until("drawn", solid::isAtRest);
        SceneBox.Handle handle = SceneBox.of(shown(solid), solid.getWidth(), solid.getHeight())
                .orElseThrow()
                .handles()
                .get(5);
        drag(solid, handle.x(), handle.y(), handle.x(), handle.y() + 40);
        DeskStage.until("drawn", solid::isAtRest);
        assertNotNull(shown(solid).look().clip());
        stage.save(KEPT.resolve("scene-3-box.png"));
        press(KeyCode.Y, false);
        DeskStage.until(
                "scissors in hand",
                () -> solid.isAtRest() && shown(solid).look().takesScissors());
        round(solid, solid.getWidth() * 0.3, solid.getHeight() * 0.5, 60);
        DeskStage.until(
                "a piece is cut off",
                () -> solid.isAtRest()
                        && solid.sceneShown().isPresent()
                        && shown(solid).look().cuts().size() == 1);
        stage.save(KEPT.resolve("scene-4-cut.png"));
        press(KeyCode.Y, true);
        press(KeyCode.Y, false);
        DeskStage.until(
                "it is whole again",
                () -> solid.sceneShown().isPresent()
                        && solid.isAtRest()
                        && shown(solid).look().cuts().isEmpty()
                        && !shown(solid).look().takesScissors());
        Vec3 before = stage.desk.crosshair().place(shown().displaySet()).orElseThrow();
        click(solid, solid.getWidth() / 2, solid.getHeight() / 2, 1);
        DeskStage.until(
                "the cuts go there",
                () -> stage.desk
                                .crosshair()
                                .place(shown().displaySet())
                                .orElseThrow()
                                .distanceTo(before)
                        > 1);
    }

    @Test
    void aPathIsDrawnByClicksAndItsSheetStandsBesideIt() throws Exception {
        ViewportNode drawn = stage.view.viewNodes().getFirst();
        DeskStage.onFx(() -> drawn.model().cut(PlaneKind.CORONAL));
        DeskStage.until(
                "the volume is whole",
                () -> stage.desk
                        .sets()
                        .getFirst()
                        .volume()
                        .map(made -> made.volume().isComplete())
                        .orElse(false));
        stage.settle();
        press(KeyCode.C, true);
        double x = drawn.getWidth() / 2;
        click(drawn, x, 250, 1);
        click(drawn, x + 25, 350, 1);
        click(drawn, x + 10, 450, 1);
        click(drawn, x - 10, 560, 1);
        press(KeyCode.ENTER, false);
        ViewportNode sheet = stage.view.viewNodes().get(1);
        DeskStage.until("the sheet is drawn", () -> sheet.curveShown().isPresent() && sheet.isAtRest());
        stage.settle();
        stage.save(KEPT.resolve("curve-1-straightened.png"));
        assertFalse(stage.desk.curveDrawing().pathProperty().get().isOpen());
        assertEquals(4, sheet.curveShown().orElseThrow().look().points().size());
        Vec3 second = stage.desk.curveDrawing().pathProperty().get().points().get(1);
        Vec3 at = drawn.context().orElseThrow().transform().worldToScreen(second);
        drag(drawn, at.x(), at.y(), at.x() + 30, at.y());
        DeskStage.until(
                "the sheet follows",
                () -> sheet.curveShown().orElseThrow().look().points().get(1).distanceTo(second) > 5);
        DeskStage.onFx(() -> sheet.model().curve(CurveLook::otherKind));
        stage.settle();
        stage.save(KEPT.resolve("curve-2-stretched.png"));
    }

    @Test
    void aLungIsMeasuredByAPressAndADragAndColouredInEveryView() throws Exception {
        ObjectsModel objects = DeskStage.onFx(() -> new ObjectsModel(stage.desk));
        RegionTool tool = DeskStage.onFx(() -> new RegionTool(stage.desk, objects, stage.lanes, key -> {}));
        DeskStage.onFx(() -> {
            ToolLayer hand = new RegionToolLayer(tool, stage.words);
            PresentationChoice choice = new PresentationChoice(objects, stage.desk);
            stage.desk.setToolLayer(new ObjectLayer(objects, choice, hand, stage.lanes, stage.words));
            stage.desk.threePlanes();
            stage.desk.crosshair().shownProperty().set(false);
        });
        DeskStage.until(
                "the volume is whole",
                () -> stage.view.viewNodes().get(3).sceneShown().isPresent());
        stage.settle();
        DeskStage.onFx(() -> tool.inHandProperty().set(true));
        ViewportNode axial = stage.view.viewNodes().getFirst();
        DeskStage.onFx(() -> robot.keyPress(KeyCode.ALT));
        drag(
                axial,
                axial.getWidth() * 0.66,
                axial.getHeight() * 0.5,
                axial.getWidth() * 0.66,
                axial.getHeight() * 0.5 + 5);
        DeskStage.onFx(() -> robot.keyRelease(KeyCode.ALT));
        DeskStage.until(
                "it is measured",
                () -> objects.regions().size() == 1
                        && tool.growingProperty().get().isDone());
        stage.settle();
        double ml = DeskStage.onFx(
                () -> objects.regions().getFirst().region().volumeMl().orElseThrow());
        DeskStage.onFx(() -> stage.desk
                .crosshair()
                .moveTo(shown().displaySet(), tool.growingProperty().get().pPatient()));
        for (int i = 0; i < 3; i++) {
            ViewportNode cut = stage.view.viewNodes().get(i);
            DeskStage.until("cut " + i + " is coloured", () -> hasColour(cut));
        }
        stage.save(KEPT.resolve("region-lung.png"));
        assertTrue(ml > 1500 && ml < 8000, ml + " ml of lung");
    }

    /// Whether anything over a grey picture is coloured.
    private static boolean hasColour(ViewportNode node) {
        WritableImage image = node.snapshot(null, null);
        int coloured = 0;
        for (int y = 40; y < image.getHeight() - 60; y += 4) {
            for (int x = 0; x < image.getWidth(); x += 4) {
                int argb = image.getPixelReader().getArgb(x, y);
                int red = argb >> 16 & 0xFF;
                int green = argb >> 8 & 0xFF;
                int blue = argb & 0xFF;
                boolean isColour = Math.abs(red - green) > 24 || Math.abs(green - blue) > 24;
                coloured += isColour ? 1 : 0;
            }
        }
        return coloured > 200;
    }

    private ViewContext shown() {
        return stage.view.viewNodes().getFirst().context().orElseThrow();
    }

    private static Picture.Scene shown(ViewportNode node) {
        return node.sceneShown().orElseThrow();
    }

    private void press(KeyCode key, boolean shift) {
        DeskStage.onFx(() -> {
            if (shift) {
                robot.keyPress(KeyCode.SHIFT);
            }
            robot.keyType(key);
            if (shift) {
                robot.keyRelease(KeyCode.SHIFT);
            }
        });
        DeskStage.onFx(() -> {});
    }

    private void click(ViewportNode node, double x, double y, int times) {
        for (int i = 0; i < times; i++) {
            drag(node, x, y, x, y);
        }
    }

    /// A drag once round a circle.
    private void round(ViewportNode node, double x, double y, double radius) {
        for (int step = 0; step <= 24; step++) {
            double angle = Math.PI * step / 12;
            boolean begins = step == 0;
            DeskStage.onFx(() -> {
                robot.mouseMove(node.localToScreen(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
                if (begins) {
                    robot.mousePress(MouseButton.PRIMARY);
                }
            });
        }
        DeskStage.onFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
        DeskStage.onFx(() -> {});
    }

    private void drag(ViewportNode node, double x1, double y1, double x2, double y2) {
        DeskStage.drag(robot, node, x1, y1, x2, y2);
    }
}
