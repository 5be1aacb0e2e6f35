package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.WindowPresets;

/// The desk in a real window shows real series. Pictures are kept in `target/desk`.
@Tag("ui")
// [utest->req~desk.views~1]
// [utest->req~desk.three-planes~1]
class DeskViewTest {
    private static final Path KEPT = Path.of("target", "desk");

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
    }

    @Test
    void aChestCtIsScrolledWindowedAndCutInThreePlanes() throws Exception {
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct-chest-lidc0314"));
        try (DeskStage stage = new DeskStage(DeskViewTest::noCard, Locale.ENGLISH, 1280, 800)) {
            DeskStage.onFx(() -> stage.desk.open(study.sets(), study));
            stage.settle();
            stage.save(KEPT.resolve("ct-1-frame.png"));
            DeskStage.onFx(() -> {
                ViewportModel view = stage.desk.activeProperty().get();
                view.window(WindowPresets.of("CT").getFirst().window());
                view.scroll(20);
            });
            stage.settle();
            DeskStage.onFx(stage.desk::threePlanes);
            stage.settle();
            stage.save(KEPT.resolve("ct-2-planes.png"));
            List<ViewportNode> cuts = stage.view.viewNodes().subList(0, 3);
            List<String> tops = cuts.stream()
                    .map(node -> node.context().orElseThrow().transform().lettersTop())
                    .toList();
            assertEquals(List.of("A", "H", "H"), tops);
            for (ViewportNode node : cuts) {
                String right = node.context().orElseThrow().plane() == PlaneKind.SAGITTAL ? "P" : "L";
                assertEquals(right, node.context().orElseThrow().transform().lettersRight());
            }
            DeskStage.onFx(() -> stage.desk
                    .activeProperty()
                    .get()
                    .data(d -> d.withPalette(Palettes.of("hot-iron").orElseThrow())));
            stage.settle();
            stage.save(KEPT.resolve("ct-3-palette.png"));
        }
    }

    @Test
    void aSeriesWithoutGeometryIsShownAndItsReformatRefusedInWords() throws Exception {
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct64-no-geometry"));
        try (DeskStage stage = new DeskStage(DeskViewTest::noCard, Locale.CHINESE, 900, 600)) {
            DeskStage.onFx(() -> stage.desk.open(study.sets(), study));
            stage.settle();
            stage.save(KEPT.resolve("no-geometry.png"));
            OpenSet open = stage.desk.sets().getFirst();
            DeskStage.onFx(() -> stage.desk.activeProperty().get().cut(PlaneKind.CORONAL));
            DeskStage.until(
                    "the volume is refused", () -> open.volumeStateProperty().get() instanceof LoadState.Failed);
            DeskStage.onFx(() -> {});
            stage.save(KEPT.resolve("no-geometry-refused.png"));
            assertFalse(stage.view.activeNode().context().isPresent(), "a refused cut must show no picture");
            assertTrue(open.volumeStateProperty().get() instanceof LoadState.Failed f
                    && f.reasonKey().equals("viewer.volume.no-geometry"));
        }
    }

    private static org.readingroom.viewer.render.Renderer noCard() throws RenderException {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    }
}
