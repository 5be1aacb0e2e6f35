package org.readingroom.viewer.nuclear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OtherUnit;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.testing.PetSeries;

/// What a PET set can be read in, and the same set read so.
// [utest->req~nuclear.suv.units~1]
// [utest->req~display.other-units~1]
class SuvUnitsTest {
    // numpy: L = 370e6 * 2**(-3600/6586.2); 70000/L, 56520/L (James), 0.007184 * 70**0.425 * 175**0.725 * 1e4/L (Du
    // Bois)
    private static final double[] FACTORS = {2.7633668171764e-4, 2.2312213215259e-4, 7.2958529852469e-5};

    @Test
    void aPetSetOffersItsThreeUptakeValues() {
        List<OtherUnit> units = new PetSeries(3, 2, "1.75").set().otherUnits();
        assertEquals(
                List.of("SUVbw", "SUVlbm", "SUVbsa"),
                units.stream().map(unit -> unit.unit().symbol()).toList());
        for (int i = 0; i < FACTORS.length; i++) {
            assertEquals(
                    FACTORS[i],
                    assertInstanceOf(OtherUnit.Known.class, units.get(i)).factor(),
                    1e-15);
        }
    }

    @Test
    void whatTheHeaderDoesNotAllowIsRefusedByName() {
        List<OtherUnit> units = new PetSeries(3, 2, "").set().otherUnits();
        assertInstanceOf(OtherUnit.Known.class, units.getFirst());
        assertEquals(
                new OtherUnit.Refused(new ValueUnit("{SUVlbm}g/ml", "SUVlbm"), "viewer.suv.no-height"), units.get(1));
    }

    @Test
    void inAnotherUnitValuesAreMultipliedAndGreysStay() {
        DisplaySet file = new PetSeries(3, 2, "1.75").set();
        OtherUnit.Known suv = (OtherUnit.Known) file.otherUnits().getFirst();
        DisplaySet read = file.in(suv);
        assertEquals(file.otherUnits(), read.otherUnits());
        for (int i = 0; i < file.frames().size(); i++) {
            ImageFrame before = file.frames().get(i);
            ImageFrame after = read.frames().get(i);
            assertEquals(before.ref(), after.ref());
            assertEquals(suv.unit(), after.modalityLut().unit());
            for (int stored = 0; stored < 20_000; stored += 777) {
                double was = before.modalityLut().toModality(stored);
                double is = after.modalityLut().toModality(stored);
                assertEquals(was * suv.factor(), is, 1e-12 * was);
                Voi window = after.vois().getFirst();
                assertEquals(before.vois().getFirst().toGrey(was), window.toGrey(is), 1e-9);
            }
        }
    }

    @Test
    void otherModalitiesAndTablesStayAsTheyAre() {
        List<ImageHeader> series = new PetSeries(3, 2, "1.75").headers();
        DisplaySet set = DisplaySetRules.split(series).getFirst();
        ImageFrame first = set.frames().getFirst();
        assertTrue(first.modalityLut() instanceof ModalityLut.Linear);
        assertEquals("Bq/mL", first.modalityLut().unit().symbol());
        DisplaySet ct = new DisplaySet(
                "ct", set.study(), set.series(), "CT", "", set.frames(), false, List.of(), "series", set.facts());
        assertSame(ct, SuvUnits.offer(List.of(ct), series).getFirst());
    }
}
