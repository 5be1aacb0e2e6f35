package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;

/// What files bring besides values, in a real window. Pictures are kept in `target/files`.
@Tag("ui")
class FileOnDeskTest {
    private static final Path KEPT = Path.of("target", "files");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
    }

    private static Renderer noCard() throws RenderException {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    }

    private static Set<String> texts(DeskStage stage) {
        return DeskStage.onFx(() -> stage.view.lookupAll(".label").stream()
                .filter(FileOnDeskTest::isSeen)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .collect(Collectors.toSet()));
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void wheel(DeskStage stage, int steps) {
        DeskStage.onFx(() -> {
            ViewportNode node = stage.view.activeNode();
            node.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    100,
                    100,
                    100,
                    100,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    -40.0 * steps,
                    0,
                    -40.0 * steps,
                    40,
                    40,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
        });
    }

    // [utest->req~desk.broken-frames~1]
    @Test
    void theWheelGoesOnPastABrokenFrameAndTheThumbnailCountsIt() throws Exception {
        BrokenFrameTest.series(folder);
        FolderStudy study = FolderStudy.of(folder);
        try (DeskStage stage = new DeskStage(FileOnDeskTest::noCard, Locale.ENGLISH, 1000, 700)) {
            DeskStage.onFx(() -> {
                stage.desk.open(study.sets(), study);
                stage.desk.views().getFirst().goTo(2);
            });
            stage.settle();
            wheel(stage, 1);
            DeskStage.until("the reason is shown", () -> isSaid(stage, "Not shown: image 4 of 7"));
            assertTrue(texts(stage).contains("✕ 1"), texts(stage).toString());
            stage.save(KEPT.resolve("broken.png"));
            wheel(stage, 1);
            stage.settle();
            assertEquals(4, DeskStage.onFx(() -> stage.desk.views().getFirst().index()));
        }
    }

    private static boolean isSaid(DeskStage stage, String part) {
        return stage.view.lookupAll(".label").stream()
                .filter(FileOnDeskTest::isSeen)
                .anyMatch(node -> String.valueOf(((Labeled) node).getText()).contains(part));
    }

    private static void press(DeskStage stage, KeyCode code, boolean shift) {
        DeskStage.onFx(() -> {
            ViewportNode node = stage.view.activeNode();
            node.requestFocus();
            node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        });
    }

    /// An angiogram of the shared data has no mask; its frames stay as they are and the view says so.
    // [utest->req~desk.mask~1]
    @Test
    void aRunWithoutAMaskSaysSo() throws Exception {
        FolderStudy study = FolderStudy.of(SharedData.path("modality/xa-cine-96f-jpeg.dcm"));
        try (DeskStage stage = new DeskStage(FileOnDeskTest::noCard, Locale.SIMPLIFIED_CHINESE, 1000, 700)) {
            DeskStage.onFx(() -> stage.desk.open(study.sets(), study));
            stage.settle();
            press(stage, KeyCode.M, false);
            stage.settle();
            DeskStage.until("it is said", () -> isSaid(stage, "此帧没有可用的蒙片"));
            stage.save(KEPT.resolve("no-mask.png"));
            press(stage, KeyCode.M, false);
            stage.settle();
            assertTrue(texts(stage).stream().noneMatch(text -> text.contains("此帧没有")));
        }
    }

    // [utest->req~desk.voi-key~1]
    // [utest->req~desk.file-layers~1]
    @Test
    void keysGoThroughWindowsAndLayersOfRealFiles() throws Exception {
        FolderStudy windows = FolderStudy.of(SharedData.path("modality/mg-ffdm-voilut-jpll.dcm"));
        FolderStudy overlays = FolderStudy.of(SharedData.path("modality/mr-overlay-plane.dcm"));
        try (DeskStage stage = new DeskStage(FileOnDeskTest::noCard, Locale.ENGLISH, 1000, 700)) {
            DeskStage.onFx(() -> stage.desk.open(windows.sets(), windows));
            stage.settle();
            press(stage, KeyCode.W, false);
            stage.settle();
            stage.save(KEPT.resolve("windows.png"));
            DeskStage.onFx(() -> stage.desk.open(overlays.sets(), overlays));
            stage.settle();
            stage.save(KEPT.resolve("overlay-on.png"));
            press(stage, KeyCode.G, true);
            stage.settle();
            stage.save(KEPT.resolve("overlay-off.png"));
            assertEquals(
                    false,
                    DeskStage.onFx(() -> stage.desk
                            .sets()
                            .getFirst()
                            .presentationProperty()
                            .get()
                            .layers()
                            .overlays()));
        }
    }
}
