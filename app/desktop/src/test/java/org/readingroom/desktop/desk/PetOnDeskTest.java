package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.nuclear.SuvUnits;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;

/// A real PET in a real window.
@Tag("ui")
class PetOnDeskTest {
    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null || System.getProperty("glass.platform") != null,
                "skipped: there is no display");
    }

    // [utest->req~desk.suv~1]
    @Test
    void aWholeBodyIsReadInUptakeValues() throws Exception {
        FolderStudy study = FolderStudy.of(SharedData.path("series/pet-wholebody-qin0024"));
        List<DisplaySet> sets = SuvUnits.offer(study.sets(), study.headers()).stream()
                .filter(set -> set.modality().equals("PT"))
                .toList();
        try (DeskStage stage = new DeskStage(PetOnDeskTest::noCard, Locale.ENGLISH, 1280, 900)) {
            DeskStage.onFx(() -> stage.desk.open(sets, study));
            stage.settle();
            DeskStage.onFx(stage.desk::threePlanes);
            stage.settle();
            stage.save(Path.of("target", "desk", "pet-1-suv.png"));
            OpenSet set = stage.desk.sets().getFirst();
            // 381.47 MBq at 11:39:00, scan at 13:02:44.678, 66.2 kg
            assertEquals(66_200 / (381_470_000 * Math.pow(2, -5024.678 / 6586.2)), set.factor(), 1e-9);
            DeskStage.onFx(set::readNextUnit);
            stage.settle();
            stage.save(Path.of("target", "desk", "pet-2-refused.png"));
            assertEquals("Bq/mL", set.unit(0));
        }
    }

    private static org.readingroom.viewer.render.Renderer noCard() throws RenderException {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    }
}
