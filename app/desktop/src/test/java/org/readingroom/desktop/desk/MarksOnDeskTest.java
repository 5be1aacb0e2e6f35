package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tools.DeskMeasurements;
import org.readingroom.desktop.tools.MarkActions;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.tools.ToolCommands;
import org.readingroom.desktop.tools.ToolOverlay;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.Nodule;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.viewport.PlaneKind;

/// Marks drawn by mouse and keys on the real desk measure nodules of known size and density.
/// Pictures are kept in
/// `target/desk`.
@Tag("ui")
// [utest->req~tools.keys~1]
// [utest->req~tools.measurement-source~1]
// [utest->req~tools.menu~1]
class MarksOnDeskTest {
    private static final Path KEPT = Path.of("target", "desk");

    @TempDir
    Path folder;

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
    }

    private static final class Memory implements AnnotationStore {
        final AtomicReference<AnnotationDocument> held = new AtomicReference<>();

        @Override
        public AnnotationDocument load(StudyUid study) {
            AnnotationDocument document = held.get();
            return document == null ? AnnotationDocument.empty(study) : document;
        }

        @Override
        public void save(StudyUid study, AnnotationDocument document) {
            held.set(document);
        }
    }

    @Test
    void aNoduleIsMeasuredByMouseAndKeysInBothLanguages() throws Exception {
        CtChestPhantom phantom = new CtChestPhantom(256, 130, 1.4, 2, 0);
        for (int i = 0; i < phantom.size(); i++) {
            Files.write(folder.resolve(i + ".dcm"), phantom.instance(i).toBytes());
        }
        FolderStudy study = FolderStudy.of(folder);
        walk(phantom, study, Locale.ENGLISH);
        walk(phantom, study, Locale.SIMPLIFIED_CHINESE);
    }

    private static void walk(CtChestPhantom phantom, FolderStudy study, Locale locale) throws Exception {
        String language = locale.getLanguage();
        Memory memory = new Memory();
        AtomicInteger sent = new AtomicInteger();
        AtomicReference<String> copied = new AtomicReference<>("");
        try (DeskStage stage = new DeskStage(MarksOnDeskTest::noCard, locale, 1280, 800)) {
            MarksModel marks = DeskStage.onFx(() -> {
                MarksModel made = new MarksModel(stage.desk, stage.lanes, memory);
                MarkActions actions = new MarkActions(made, stage.words, copied::set);
                actions.onSend(sent::incrementAndGet);
                stage.desk.setToolLayer(new ToolOverlay(made, actions, stage.words));
                ToolCommands commands = new ToolCommands(actions, stage.view.focusWithinProperty(), stage.words);
                stage.view.toolButtons().getChildren().addAll(commands.buttons(stage.view::focusActive));
                stage.desk.open(study.sets(), study);
                made.open(phantom.uid(), () -> false);
                return made;
            });
            stage.settle();
            DeskStage.until("marks are loaded", marks::isEditable);
            Nodule nodule = phantom.nodules().stream()
                    .max((a, b) -> Double.compare(a.diameterMm(), b.diameterMm()))
                    .orElseThrow();
            goTo(stage, nodule.centre());
            ViewportNode node = stage.view.activeNode();

            key(node, KeyCode.L);
            Vec3 half = new Vec3(nodule.diameterMm() / 2, 0, 0);
            drag(
                    node,
                    screen(node, nodule.centre().minus(half)),
                    screen(node, nodule.centre().plus(half)));
            // the way through the scene is single precision
            assertEquals(nodule.diameterMm(), value(marks, Quantity.LENGTH), 1e-4);

            key(node, KeyCode.E);
            // the inner two thirds: no pixel there is partly lung
            double inner = nodule.diameterMm() / 3;
            drag(
                    node,
                    screen(node, nodule.centre().minus(new Vec3(inner, inner, 0))),
                    screen(node, nodule.centre().plus(new Vec3(inner, inner, 0))));
            assertEquals(nodule.hounsfield(), value(marks, Quantity.MEAN), 1);
            assertEquals(Math.PI * inner * inner, value(marks, Quantity.AREA), 1e-3);

            key(node, KeyCode.A);
            drag(node, new double[] {500, 500}, new double[] {640, 520});
            move(node, 700, 430);
            stage.save(KEPT.resolve("marks-1-drawing-" + language + ".png"));
            click(node, 700, 430);
            key(node, KeyCode.ESCAPE);
            assertNull(DeskStage.onFx(() -> marks.toolProperty().get()));
            assertEquals(3, annotations(marks).size());
            stage.save(KEPT.resolve("marks-2-drawn-" + language + ".png"));

            key(node, KeyCode.G);
            assertEquals(1, sent.get());
            assertEquals(
                    annotations(marks).getLast().id(),
                    DeskStage.onFx(() -> new DeskMeasurements(marks, stage.desk)
                                    .current()
                                    .orElseThrow())
                            .evidence()
                            .getFirst()
                            .annotation());

            control(node, KeyCode.C);
            assertTrue(copied.get().endsWith("°"), copied.get());

            key(node, KeyCode.DELETE);
            assertEquals(2, annotations(marks).size());
            control(node, KeyCode.Z);
            assertEquals(3, annotations(marks).size());
            control(node, KeyCode.Y);
            assertEquals(2, annotations(marks).size());

            DeskStage.onFx(() -> {
                var look = stage.desk.activeProperty().get().presentationProperty();
                look.set(look.get().withZoom(2).turned(30).mirroredHorizontally());
            });
            DeskStage.until(
                    "the turned picture is on screen",
                    () -> node.context()
                            .filter(c -> Math.abs(c.transform()
                                            .screenToWorld()
                                            .x()
                                            .unit()
                                            .x())
                                    < 0.9)
                            .isPresent());
            stage.save(KEPT.resolve("marks-3-turned-" + language + ".png"));
            int slice = DeskStage.onFx(() -> stage.desk.activeProperty().get().index());
            DeskStage.onFx(() -> {
                stage.desk.threePlanes();
                Arrangements.toggleScene(stage.desk.views().getLast());
            });
            stage.settle();
            DeskStage.onFx(() -> {
                stage.desk.views().getFirst().goTo(slice);
                stage.desk.views().get(3).goTo(slice);
            });
            DeskStage.until(
                    "the planes of the marks are on screen",
                    () -> isAt(stage, 0, nodule.centre()) && isAt(stage, 3, nodule.centre()));
            stage.save(KEPT.resolve("marks-4-planes-" + language + ".png"));
            assertEquals(
                    PlaneKind.AXIAL,
                    stage.view.viewNodes().getFirst().context().orElseThrow().plane());
            DeskStage.until("everything is stored", marks::isSaved);
            assertEquals(annotations(marks), memory.held.get().annotations());
            assertTrue(annotations(marks).stream()
                    .allMatch(a -> a.placement().referencedFrame().isPresent()));
        }
    }

    private static void goTo(DeskStage stage, Vec3 place) {
        DeskStage.onFx(() -> {
            var frames = stage.desk.activeSet().orElseThrow().frames();
            int best = 0;
            for (int i = 0; i < frames.size(); i++) {
                if (height(frames.get(i), place) < height(frames.get(best), place)) {
                    best = i;
                }
            }
            stage.desk.activeProperty().get().goTo(best);
        });
        stage.settle();
        DeskStage.until(
                "the slice is on screen",
                () -> stage.view
                        .activeNode()
                        .context()
                        .flatMap(ViewContext::frame)
                        .equals(stage.desk.activeProperty().get().frame()));
    }

    private static boolean isAt(DeskStage stage, int view, Vec3 place) {
        return stage.view
                .viewNodes()
                .get(view)
                .context()
                .filter(c -> Math.abs(c.viewPlane().centre().z() - place.z()) < 1.5)
                .isPresent();
    }

    private static double height(org.readingroom.viewer.display.ImageFrame frame, Vec3 place) {
        return Math.abs(
                java.util.Objects.requireNonNull(frame.plane()).position().z() - place.z());
    }

    private static double[] screen(ViewportNode node, Vec3 pPatient) {
        return DeskStage.onFx(() -> {
            Vec3 at = node.context().orElseThrow().transform().worldToScreen(pPatient);
            return new double[] {at.x(), at.y()};
        });
    }

    private static List<Annotation> annotations(MarksModel marks) {
        return DeskStage.onFx(() -> marks.annotations());
    }

    private static double value(MarksModel marks, Quantity quantity) {
        return DeskStage.onFx(() -> marks.measured(marks.current().orElseThrow())
                .of(quantity)
                .orElseThrow()
                .value());
    }

    private static void drag(ViewportNode node, double[] from, double[] to) {
        mouse(node, MouseEvent.MOUSE_MOVED, from[0], from[1]);
        mouse(node, MouseEvent.MOUSE_PRESSED, from[0], from[1]);
        mouse(node, MouseEvent.MOUSE_DRAGGED, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
        mouse(node, MouseEvent.MOUSE_DRAGGED, to[0], to[1]);
        mouse(node, MouseEvent.MOUSE_RELEASED, to[0], to[1]);
    }

    private static void move(ViewportNode node, double x, double y) {
        mouse(node, MouseEvent.MOUSE_MOVED, x, y);
    }

    private static void click(ViewportNode node, double x, double y) {
        mouse(node, MouseEvent.MOUSE_PRESSED, x, y);
        mouse(node, MouseEvent.MOUSE_RELEASED, x, y);
    }

    private static void mouse(ViewportNode node, EventType<MouseEvent> type, double x, double y) {
        boolean down = type != MouseEvent.MOUSE_MOVED;
        // a mouse event is born in the scene and finds its own way into the node
        javafx.geometry.Point2D at = DeskStage.onFx(() -> node.localToScene(x, y));
        DeskStage.onFx(() -> node.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                down ? MouseButton.PRIMARY : MouseButton.NONE,
                1,
                false,
                false,
                false,
                false,
                down && type != MouseEvent.MOUSE_RELEASED,
                false,
                false,
                false,
                false,
                true,
                null)));
    }

    private static void key(ViewportNode node, KeyCode code) {
        fire(node, code, false);
    }

    private static void control(ViewportNode node, KeyCode code) {
        fire(node, code, true);
    }

    private static void fire(ViewportNode node, KeyCode code, boolean control) {
        DeskStage.onFx(() -> {
            node.requestFocus();
            node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    private static org.readingroom.viewer.render.Renderer noCard() throws RenderException {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    }
}
