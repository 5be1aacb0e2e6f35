package org.readingroom.viewer.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.MaskSubtraction;

/// Runs whose frames are formulas of the place.
// [utest->req~view.mask-subtraction~1]
class MaskSubtractorTest {
    private static final int SIDE = 16;

    @Test
    void theMeanOfTheMasksIsTakenFromTheMeanOfTheFrames() {
        GreySlice difference = MaskSubtractor.subtract(
                how(0, 0, false),
                List.of(slice((x, y) -> 100 + 3 * x), slice((x, y) -> 110 + 3 * x)),
                List.of(slice((x, y) -> 40 + 2 * y), slice((x, y) -> 60 + 2 * y)));
        assertValues(difference, (x, y) -> 105 + 3 * x - 50 - 2 * y, 0, 1e-4);
    }

    /// A ramp moved by half a row down and two columns right is a ramp with another start.
    @Test
    void theMaskIsMovedDownAndRightByPartsOfAPixel() {
        GreySlice difference = MaskSubtractor.subtract(
                how(0.5, 2, false), List.of(slice((x, y) -> 0)), List.of(slice((x, y) -> 10 * x + 4 * y)));
        assertValues(difference, (x, y) -> -(10 * (x - 2) + 4 * (y - 0.5)), 3, 1e-3);
    }

    /// Intensity behind a vessel that lets a half through: its logarithm differs by the same everywhere.
    @Test
    void intensitiesAreSubtractedAsLogarithms() {
        GreySlice difference = MaskSubtractor.subtract(
                how(0, 0, true),
                List.of(slice((x, y) -> 500 * (x + 1) - 1)),
                List.of(slice((x, y) -> 1000 * (x + 1) - 1)));
        double expected = 4095 / Math.log(4096) * Math.log(0.5);
        assertValues(difference, (x, y) -> expected, 0, 0.01);
    }

    private static MaskSubtraction how(double down, double right, boolean isLinear) {
        return new MaskSubtraction(List.of(1), List.of(0), down, right, isLinear, "", false);
    }

    private static GreySlice slice(DoubleBinaryOperator formula) {
        short[] samples = new short[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(formula.applyAsDouble(i % SIDE, i / SIDE));
        }
        return GreySlice.of(SIDE, SIDE, samples, 1, 0);
    }

    private static void assertValues(GreySlice slice, DoubleBinaryOperator expected, int margin, double tolerance) {
        for (int row = margin; row < SIDE - margin; row++) {
            for (int column = margin; column < SIDE - margin; column++) {
                assertThat((double) slice.modalityValue(column, row))
                        .isCloseTo(expected.applyAsDouble(column, row), within(tolerance));
            }
        }
    }
}
