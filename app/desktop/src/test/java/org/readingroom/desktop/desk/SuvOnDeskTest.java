package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.PetSeries;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Uptake values wherever a view shows a number, against the formula of the QIBA profile worked in numpy.
// [utest->req~desk.suv~1]
class SuvOnDeskTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    // numpy: L = 370e6 * 2**(-3600/6586.2); 70000/L; (1.1*70 - 128*(70/175)**2)*1000/L;
    // 0.007184*70**.425*175**.725*1e4/L
    private static final double BW = 2.7633668171764e-4;
    private static final double LBM = 2.2312213215259e-4;
    private static final double BSA = 7.2958529852469e-5;

    private final StepRunner tasks = new StepRunner();
    private final PetSeries pet = new PetSeries(7, 2.5, "1.75");
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final ViewportModel view = desk.views().getFirst();

    private OpenSet open(PetSeries series) {
        desk.open(List.of(series.set()), series);
        tasks.runAll();
        view.goTo(2);
        return desk.sets().getFirst();
    }

    /// Becquerel per millilitre at row 3, column 5 of the slice, by the formula of the series.
    private static double bq(int slice) {
        return 2.5 * (slice + 1) * (100 * slice + 35);
    }

    private Picture.Ready picture() {
        view.picture(SIZE);
        tasks.runAll();
        view.picture(SIZE);
        tasks.runAll();
        return assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
    }

    private ViewportModel.Readout under(Vec3 pPatient) {
        Picture.Ready ready = picture();
        Vec3 screen = ready.view().transform().worldToScreen(pPatient);
        ViewportModel.Readout under = ReadoutSampler.at(
                ready.view(),
                ready.frame() != null,
                desk.sets().getFirst().displaySet().frames().getFirst(),
                screen.x(),
                screen.y());
        return java.util.Objects.requireNonNull(under);
    }

    private static Vec3 place(int slice) {
        return new Vec3(-14 + 4 * 5, -14 + 4 * 3, 3.0 * slice);
    }

    @Test
    void petOpensAsUptakeByBodyWeightDarkOnWhiteFromZeroToTen() {
        OpenSet set = open(pet);
        assertEquals(
                new Voi.Window(5, 10, Voi.Function.LINEAR_EXACT, ""), view.voi().orElseThrow());
        assertTrue(set.presentationProperty().get().inverted());
        assertEquals("SUVbw", set.unit(0));
        assertEquals(List.of(), desk.warnings(view));
    }

    @Test
    void theNumberUnderThePointerFollowsTheUnitInFramesAndCuts() {
        OpenSet set = open(pet);
        String[] units = {"SUVbw", "SUVlbm", "SUVbsa", "Bq/mL", "SUVbw"};
        double[] factors = {BW, LBM, BSA, 1, BW};
        for (int i = 0; i < units.length; i++) {
            for (PlaneKind plane : List.of(PlaneKind.ACQUIRED, PlaneKind.CORONAL, PlaneKind.SAGITTAL)) {
                view.cut(plane);
                picture();
                view.goTo(place(2));
                ViewportModel.Readout under = under(place(2));
                assertEquals(units[i], under.unit());
                assertEquals(bq(2) * factors[i], under.value(), 1e-6 * bq(2) * factors[i], units[i] + " " + plane);
            }
            view.cut(PlaneKind.ACQUIRED);
            set.readNextUnit();
        }
    }

    @Test
    void framesAndVolumeHaveTheVerySameNumber() {
        OpenSet set = open(pet);
        set.volume();
        tasks.runAll();
        Volume volume = set.volume().orElseThrow().volume();
        for (int k = 0; k < 7; k++) {
            GreySlice frame = (GreySlice) set.slice(k).orElseThrow();
            assertEquals(frame.modalityValue(5, 3), ((GreySlice) volume.slices().get(k)).modalityValue(5, 3));
        }
    }

    @Test
    void anotherUnitChangesTheNumbersAndNotTheGreys() {
        OpenSet set = open(pet);
        view.window(new Voi.Window(0.4, 0.7, Voi.Function.LINEAR_EXACT, ""));
        List<Double> greys = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            float value = ((GreySlice) set.slice(2).orElseThrow()).modalityValue(5, 3);
            greys.add(Math.rint(1e5 * view.voi().orElseThrow().toGrey(value)));
            set.readNextUnit();
            tasks.runAll();
            set.slice(2);
            tasks.runAll();
        }
        assertEquals(1, greys.stream().distinct().count(), greys.toString());
        assertTrue(greys.getFirst() > 0 && greys.getFirst() < 1e5, greys.toString());
    }

    @Test
    void laidOverAnotherSetItHasTheSameNumbersAndIsNotInverted() {
        PetSeries ground = new PetSeries(7, 1, "1.75");
        desk.open(List.of(ground.set()), ground);
        OpenSet over = desk.add(pet.set(), pet);
        view.additions().fusedProperty().set(FusedSet.over(over));
        Picture.Ready ready = picture();
        var extras = view.additions().extras(ready.view().volume(), Quality.FULL);
        assertNotNull(extras.fusion());
        GreySlice slice = (GreySlice) extras.fusion().volume().slices().get(2);
        assertEquals(bq(2) * BW, slice.modalityValue(5, 3), 1e-6);
        assertEquals(10, ((Voi.Window) extras.fusion().look().voi()).width());
        assertFalse(extras.fusion().look().inverse());
    }

    @Test
    void whatTheHeaderDoesNotAllowIsPassedAndSaid() {
        OpenSet set = open(new PetSeries(7, 2.5, ""));
        assertEquals("SUVbw", set.unit(0));
        set.readNextUnit();
        assertEquals("Bq/mL", set.unit(0));
        assertEquals(List.of("viewer.suv.no-height"), desk.warnings(view));
        set.readNextUnit();
        assertEquals("SUVbw", set.unit(0));
        assertEquals(List.of(), desk.warnings(view));
    }

    @Test
    void withoutAnyUptakeValueThePetStaysInItsUnitAndSaysWhy() {
        OpenSet set = open(new PetSeries(7, 2.5, "1.75").without(org.readingroom.viewer.dicom.Tag.PATIENT_WEIGHT));
        assertEquals("Bq/mL", set.unit(0));
        assertFalse(set.presentationProperty().get().inverted());
        assertEquals(List.of("viewer.suv.no-weight"), desk.warnings(view));
        set.readNextUnit();
        assertEquals("Bq/mL", set.unit(0));
        assertEquals(List.of("viewer.suv.no-weight"), desk.warnings(view));
    }

    @Test
    void aTableOfTheFileHoldsTheUnit() {
        OpenSet set = open(pet);
        view.window(new Voi.Table(0, 8, new int[] {0, 255}, ""));
        set.readNextUnit();
        assertEquals("SUVbw", set.unit(0));
        assertEquals(List.of("desk.unit.table"), desk.warnings(view));
        set.reset();
        assertEquals(List.of(), desk.warnings(view));
        assertEquals(
                new Voi.Window(5, 10, Voi.Function.LINEAR_EXACT, ""), view.voi().orElseThrow());
    }

    @Test
    void resetGoesBackToTheUnitItOpenedIn() {
        OpenSet set = open(pet);
        set.readNextUnit();
        set.reset();
        assertEquals("SUVbw", set.unit(0));
        assertTrue(set.presentationProperty().get().inverted());
    }

    @Test
    void aVolumeUnderWayInTheOldUnitIsNeverTakenForOneInTheNew() {
        OpenSet set = open(pet);
        set.volume();
        set.readNextUnit();
        tasks.runAll();
        set.volume();
        tasks.runAll();
        GreySlice slice =
                (GreySlice) set.volume().orElseThrow().volume().slices().get(2);
        assertEquals(bq(2) * LBM, slice.modalityValue(5, 3), 1e-6);
    }
}
