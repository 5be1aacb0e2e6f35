package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palettes;

/// What a window makes of values in a volume rendering.
// [utest->req~view.rendering-by-window~1]
class TransferPresetsTest {
    private static final double A_STEP_OF_GREY = 1.5 / 255;

    @Test
    void greysAreThoseOfTheWindowAndSubstanceRisesWithThem() {
        Voi.Window window = new Voi.Window(300, 400, Voi.Function.LINEAR_EXACT, "");
        TransferFunction function = TransferPresets.byWindow(window, Palettes.GREY);
        double before = -1;
        for (double value = 100; value <= 500; value += 10) {
            double[] at = function.at(value);
            double grey = window.toGrey(value);
            assertArrayEquals(new double[] {grey, grey, grey}, new double[] {at[0], at[1], at[2]}, A_STEP_OF_GREY);
            assertTrue(at[3] > before, "substance at " + value);
            before = at[3];
        }
        assertEquals(0, function.at(100)[3], "nothing at the dark end");
        assertEquals(0, function.at(-5000)[3], "nothing below it");
        assertEquals(before, function.at(5000)[3], 1e-12, "held beyond the bright end");
    }
}
