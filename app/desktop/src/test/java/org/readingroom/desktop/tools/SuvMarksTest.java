package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.PetSeries;
import org.readingroom.viewer.testing.StepRunner;

/// A region on PET says its numbers in the unit the desk reads, and can tell them in every other.
// [utest->req~desk.suv~1]
class SuvMarksTest {
    // numpy: 70000 / (370e6 * 2**(-3600/6586.2))
    private static final double BW = 2.7633668171764e-4;

    private final StepRunner tasks = new StepRunner();
    private final PetSeries pet = new PetSeries(5, 2, "1.75");
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final FakeDesk store = FakeDesk.placed();
    private final MarksModel marks = new MarksModel(desk, tasks, store);
    private OpenSet set;
    private Annotation.Ellipse ellipse;

    @BeforeEach
    void open() {
        desk.open(List.of(pet.set()), pet);
        tasks.runAll();
        set = desk.sets().getFirst();
        DisplaySet shown = set.displaySet();
        ImageFrame frame = shown.frames().get(3);
        // row 3, column 4 of slice 3 and its four neighbours: 4 mm pixels, half axes of 5 mm
        ellipse = new Annotation.Ellipse(
                AnnotationId.random(),
                new Placement.InPatient(
                        shown.series(),
                        java.util.Objects.requireNonNull(frame.frameOfReference()),
                        new Vec3(0, 0, 9),
                        new Vec3(0, 0, 1),
                        frame.ref()),
                new Vec3(-14 + 4 * 4, -14 + 4 * 3, 9),
                new Vec3(5, 0, 0),
                new Vec3(0, 5, 0),
                "");
        set.slice(3);
        tasks.runAll();
    }

    // stored 100·3 + 10·3 + 4 = 334 in the middle, neighbours 1 and 10 to each side; slope 2·4
    private static final double MEAN_BQ = 8 * 334.0;
    private static final double MOST_BQ = 8 * 344.0;

    private static Measurement one(Measured measured, Quantity quantity, String ucum) {
        Optional<Measurement> found = measured.measurements().stream()
                .filter(m -> m.quantity() == quantity && m.ucum().equals(ucum))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(measured.toString()));
    }

    @Test
    void theRegionFollowsTheUnitAndCarriesItsCode() {
        Measured suv = marks.measured(ellipse);
        assertEquals(MEAN_BQ * BW, one(suv, Quantity.MEAN, "{SUVbw}g/ml").value(), 1e-6);
        assertEquals(MOST_BQ * BW, one(suv, Quantity.MAXIMUM, "{SUVbw}g/ml").value(), 1e-6);
        assertEquals("0.7 SUVbw", MarkText.withUnit(suv.of(Quantity.MEAN).orElseThrow()));
        set.readAsStored();
        set.slice(3);
        tasks.runAll();
        Measured file = marks.measured(ellipse);
        assertEquals(MEAN_BQ, one(file, Quantity.MEAN, "Bq/mL").value(), 1e-3);
    }

    @Test
    void whileTheValuesOfTheNewUnitAreOnTheirWayNoneOfTheOldAreTold() {
        marks.measured(ellipse);
        set.readAsStored();
        assertEquals(Optional.empty(), marks.measured(ellipse).of(Quantity.MEAN));
    }

    @Test
    void aSentenceInAnyUnitFindsItsNumber() {
        for (int round = 0; round < 2; round++) {
            Measured every = marks.measuredInEveryUnit(ellipse);
            assertEquals(MEAN_BQ, one(every, Quantity.MEAN, "Bq/mL").value(), 1e-3);
            assertEquals(MEAN_BQ * BW, one(every, Quantity.MEAN, "{SUVbw}g/ml").value(), 1e-6);
            // lean over whole body weight: 56.52 / 70
            assertEquals(
                    MEAN_BQ * BW * 56.52 / 70,
                    one(every, Quantity.MEAN, "{SUVlbm}g/ml").value(),
                    1e-6);
            assertEquals(
                    1,
                    every.measurements().stream()
                            .filter(m -> m.quantity() == Quantity.AREA)
                            .count());
            set.readAsStored();
            set.slice(3);
            tasks.runAll();
        }
    }
}
