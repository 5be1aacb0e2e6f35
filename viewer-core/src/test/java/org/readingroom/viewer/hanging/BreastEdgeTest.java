package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.phantom.MammogramPhantom;
import org.readingroom.viewer.volume.GreySlice;

class BreastEdgeTest {
    private static final MammogramPhantom PHANTOM = MammogramPhantom.standard();

    private static GreySlice slice(int index, boolean inverse) {
        float[] stored = PHANTOM.stored(index);
        short[] samples = new short[stored.length];
        for (int i = 0; i < stored.length; i++) {
            int value = Math.clamp(Math.round(stored[i]), 0, 4095);
            samples[i] = (short) (inverse ? 4095 - value : value);
        }
        return GreySlice.of(PHANTOM.columns(), PHANTOM.rows(), samples, 1, 0);
    }

    /// The phantom's nipple stands in the middle of the picture in CC and 24 mm below it in MLO.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theNippleIsWhereThePhantomHasIt(int index) {
        double middle = (PHANTOM.rows() - 1) / 2.0 + (index >= 2 ? 24 / PHANTOM.spacingMm() : 0);
        for (boolean inverse : new boolean[] {false, true}) {
            double row = BreastEdge.nippleRow(slice(index, inverse), index % 2 == 0, PHANTOM.spacingMm())
                    .orElseThrow();
            assertEquals(middle, row, 2 / PHANTOM.spacingMm(), "within 2 mm");
        }
    }

    @Test
    void nothingIsFoundWhereThereIsNothing() {
        assertTrue(BreastEdge.nippleRow(GreySlice.of(64, 64, new short[64 * 64], 1, 0), true, 0.1)
                .isEmpty());
        short[] full = new short[64 * 64];
        for (int i = 0; i < full.length; i++) {
            full[i] = (short) (i % 64 == 0 ? 0 : 900);
        }
        assertTrue(
                BreastEdge.nippleRow(GreySlice.of(64, 64, full, 1, 0), true, 0.1)
                        .isEmpty(),
                "tissue all over the picture");
    }
}
