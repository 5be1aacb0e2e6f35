package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.volume.GreySlice.PaddingRange;

/// The layer between two frames, in modality values.
// [utest->req~volume.true-positions~1]
class SliceBlendTest {
    private static final PaddingRange PADDING = new PaddingRange((short) -2000, (short) -2000);

    @Test
    void aQuarterOfTheWayUpIsThreeQuartersTheLower() {
        GreySlice lower = GreySlice.of(2, 1, new short[] {100, -40}, 1, -1000);
        GreySlice upper = GreySlice.of(2, 1, new short[] {300, 40}, 1, -1000);
        GreySlice blend = SliceBlend.blend(lower, upper, 0.25);
        assertEquals(-850, blend.modalityValue(0, 0));
        assertEquals(-1020, blend.modalityValue(1, 0));
    }

    /// The coarser scale holds the values of both; the finer one would clip 30000 x 2 to 32767 x 0.5.
    @Test
    void framesOfDifferentScaleBlendTheirValuesAndNeverClip() {
        GreySlice fine = GreySlice.of(1, 1, new short[] {1000}, 0.5f, 0);
        GreySlice coarse = GreySlice.of(1, 1, new short[] {30000}, 2, 0);
        assertEquals(
                0.5 * 500 + 0.5 * 60000, SliceBlend.blend(fine, coarse, 0.5).modalityValue(0, 0), 1);
        assertEquals(
                0.75 * 60000 + 0.25 * 500, SliceBlend.blend(coarse, fine, 0.25).modalityValue(0, 0), 1);
    }

    /// Each frame of a map or a dose grid has the scale of its own values, which need not reach those of its
    /// neighbour.
    @Test
    void valuesFarApartKeepTheirValueWhicheverScaleTheyCameIn() {
        GreySlice low = SliceFocus.rounded(2, 1, new float[] {0.25f, 1}, 0, 1);
        GreySlice high = SliceFocus.rounded(2, 1, new float[] {1000, 1000.5f}, 1000, 1000.9);
        for (GreySlice blend : List.of(SliceBlend.blend(low, high, 0.5), SliceBlend.blend(high, low, 0.5))) {
            assertEquals(500.125, blend.modalityValue(0, 0), 1e-3);
            assertEquals(500.75, blend.slope() * blend.samples()[1] + blend.intercept(), 0.02, "as it is drawn");
        }
        GreySlice lowDose = GreySlice.of(2, 1, new short[] {0, 30000}, 1, 0);
        GreySlice highDose = GreySlice.of(2, 1, new short[] {0, 30000}, 1, 100_000);
        GreySlice between = SliceBlend.blend(lowDose, highDose, 0.5);
        assertEquals(50_000, between.modalityValue(0, 0), 0.5);
        assertEquals(80_000, between.modalityValue(1, 0), 0.5);
    }

    /// A map with one wild value would else be black between its frames.
    @Test
    void whatSixteenBitsCannotHoldIsKeptBesideThem() {
        GreySlice wild = SliceFocus.rounded(3, 1, new float[] {1e9f, 0.5f, Float.NaN}, 0, 1e9);
        GreySlice tame = SliceFocus.rounded(3, 1, new float[] {2, 1.5f, Float.NaN}, 0, 2);
        GreySlice blend = SliceBlend.blend(wild, tame, 0.25);
        assertEquals(0.75f, blend.modalityValue(1, 0));
        assertTrue(blend.isPadding(2, 0));
    }

    @Test
    void aValueBetweenTwoThatFallsOnThePaddingIsAValue() {
        PaddingRange zero = new PaddingRange((short) 0, (short) 0);
        GreySlice lower = GreySlice.of(2, 1, new short[] {-50, 0}, 1, 0, zero);
        GreySlice upper = GreySlice.of(2, 1, new short[] {50, 0}, 1, 0, zero);
        GreySlice blend = SliceBlend.blend(lower, upper, 0.5);
        assertFalse(blend.isPadding(0, 0));
        assertEquals(0, blend.modalityValue(0, 0), 0.01);
        assertTrue(blend.isPadding(1, 0));
    }

    @Test
    void paddingBleedsIntoNoValue() {
        GreySlice lower = GreySlice.of(3, 1, new short[] {-2000, 50, -2000}, 1, 0, PADDING);
        GreySlice upper = GreySlice.of(3, 1, new short[] {70, -2000, -2000}, 1, 0, PADDING);
        GreySlice near = SliceBlend.blend(lower, upper, 0.25);
        assertTrue(near.isPadding(0, 0), "the lower is nearer and has nothing here");
        assertEquals(50, near.modalityValue(1, 0));
        assertTrue(near.isPadding(2, 0));
        GreySlice far = SliceBlend.blend(lower, upper, 0.75);
        assertFalse(far.isPadding(0, 0));
        assertEquals(70, far.modalityValue(0, 0));
        assertTrue(far.isPadding(1, 0));
    }

    @Test
    void aVolumeKnowsWhetherItsSlicesShareOneScaleAndHoldPadding() {
        GreySlice plain = GreySlice.of(2, 1, new short[] {1, 2}, 1, 0);
        assertTrue(new Volume(List.of(plain, plain), AffineMap.IDENTITY, true).hasOneScale());
        GreySlice steeper = GreySlice.of(2, 1, new short[] {1, 2}, 2, 0);
        assertFalse(new Volume(List.of(plain, steeper), AffineMap.IDENTITY, true).hasOneScale());
        GreySlice higher = GreySlice.of(2, 1, new short[] {1, 2}, 1, 5);
        assertFalse(new Volume(List.of(plain, higher), AffineMap.IDENTITY, true).hasOneScale());
        GreySlice padded = GreySlice.of(2, 1, new short[] {1, -2000}, 1, 0, PADDING);
        assertTrue(new Volume(List.of(plain, padded), AffineMap.IDENTITY, true).hasPadding());
        assertFalse(new Volume(List.of(plain, plain), AffineMap.IDENTITY, true).hasPadding());
    }
}
