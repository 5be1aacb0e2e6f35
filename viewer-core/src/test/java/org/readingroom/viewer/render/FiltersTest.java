package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Processing;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Image processing against what the formulas give by hand, and what it must leave alone.
// [utest->req~view.processing~1]
class FiltersTest {
    private static final int SIDE = 32;
    /// Index and sample are the same number.
    private static final Voi EXACT = new Voi.Window(127.5, 255, Voi.Function.LINEAR_EXACT, "");

    @Test
    void noStepLeavesAFlatPictureOtherThanItWas() {
        int[] flat = picture((x, y) -> 90, Processing.NONE, 1);
        for (Processing step : List.of(
                Processing.NONE.withMedian(true), Processing.NONE.withSmooth(1), Processing.NONE.withSharpen(2))) {
            assertArrayEquals(flat, picture((x, y) -> 90, step, 1), step.toString());
        }
        assertTrue(java.util.Arrays.stream(picture((x, y) -> 90, Processing.NONE.withEdges(true), 1))
                .allMatch(index -> index == 0));
    }

    @Test
    void smoothIsTheMeanOfNineAndSharpenTakesItAwayAgain() {
        // one bright point of 90 above 10: the mean of nine is 10 + 80 / 9 at it and around it
        IntBinaryOperator point = (x, y) -> x == 16 && y == 16 ? 90 : 10;
        int[] smooth = picture(point, Processing.NONE.withSmooth(1), 1);
        assertEquals(19, smooth[16 * SIDE + 16]);
        assertEquals(19, smooth[15 * SIDE + 17]);
        assertEquals(10, smooth[14 * SIDE + 16]);
        int[] sharp = picture(point, Processing.NONE.withSharpen(1), 1);
        // 90 + (90 - 18.9) and 10 + (10 - 18.9)
        assertEquals(161, sharp[16 * SIDE + 16]);
        assertEquals(1, sharp[15 * SIDE + 17]);
        // a slope is its own mean
        assertEquals(16 * 4, picture((x, y) -> 4 * x, Processing.NONE.withSmooth(1), 1)[10 * SIDE + 16]);
        assertEquals(16 * 4, picture((x, y) -> 4 * x, Processing.NONE.withSharpen(3), 1)[10 * SIDE + 16]);
    }

    @Test
    void medianTakesSinglePointsAwayAndKeepsSteps() {
        int[] median =
                picture((x, y) -> x == 8 && y == 8 ? 250 : x < 16 ? 20 : 200, Processing.NONE.withMedian(true), 1);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertEquals(x < 16 ? 20 : 200, median[y * SIDE + x], x + ", " + y);
            }
        }
    }

    @Test
    void edgesAreSobelsGradientAsImageJGivesIt() {
        // along a slope of 3 a column Sobel's kernel gives 8 · 3; along a slope of 3 and 4 it gives 8 · 5
        assertEquals(24, picture((x, y) -> 3 * x, Processing.NONE.withEdges(true), 1)[10 * SIDE + 10]);
        assertEquals(40, picture((x, y) -> 3 * x + 4 * y, Processing.NONE.withEdges(true), 1)[10 * SIDE + 10]);
        assertEquals(255, picture((x, y) -> x < 16 ? 0 : 200, Processing.NONE.withEdges(true), 1)[10 * SIDE + 16]);
    }

    @Test
    void gammaFollowsThePower() {
        int[] bright = picture((x, y) -> 64, Processing.NONE.withGamma(2), 1);
        assertEquals((int) Math.round(255 * Math.sqrt(64 / 255.0)), bright[0]);
        int[] dark = picture((x, y) -> 128, Processing.NONE.withGamma(0.5), 1);
        assertEquals((int) Math.round(255 * Math.pow(128 / 255.0, 2)), dark[0]);
    }

    @Test
    void claheLeavesAnEvenHistogramAloneAndSpreadsANarrowOne() {
        int[] even = new int[256 * 256];
        for (int i = 0; i < even.length; i++) {
            // every tile of 32 x 32 holds every grey four times
            even[i] = (i % 32 * 32 + i / 256 % 32) / 4;
        }
        int[] same = Clahe.equalize(even, 256, 256, 2);
        for (int i = 0; i < even.length; i++) {
            assertEquals(even[i], same[i], 1, "at " + i);
        }
        Random random = new Random(3);
        int[] narrow = random.ints(256 * 256, 100, 110).toArray();
        int[] gentle = Clahe.equalize(narrow, 256, 256, 1);
        int[] strong = Clahe.equalize(narrow, 256, 256, 40);
        assertTrue(spread(gentle) < 20, "clip limit 1 is the straight line, spread " + spread(gentle));
        assertTrue(spread(strong) > 200, "ten greys of a tenth each fill the range, spread " + spread(strong));
    }

    @Test
    void neighboursAreAVoxelAwayHoweverFarTheReaderZoomsIn() {
        IntBinaryOperator stripes = (x, y) -> x % 3 == 0 ? 200 : 50;
        int[] plain = picture(stripes, Processing.NONE.withSmooth(1), 1);
        int[] zoomed = picture(stripes, Processing.NONE.withSmooth(1), 3);
        // the middle of voxel 16 is element 16 · 3 + 1
        assertEquals(plain[10 * SIDE + 15], zoomed[(31) * SIDE * 3 + 15 * 3 + 1], 1);
        assertEquals(plain[10 * SIDE + 16], zoomed[(31) * SIDE * 3 + 16 * 3 + 1], 1);
    }

    @Test
    void whereNothingIsNothingComesAndPaddingIsNoNeighbour() {
        short[] samples = new short[SIDE * SIDE];
        java.util.Arrays.fill(samples, (short) 100);
        samples[10 * SIDE + 10] = -2000;
        Volume volume = new Volume(
                List.of(GreySlice.of(
                        SIDE, SIDE, samples, 1, 0, new GreySlice.PaddingRange((short) -2000, (short) -2000))),
                AffineMap.IDENTITY,
                false);
        int[] all = CpuRenderer.indices(view(
                volume,
                Processing.NONE
                        .withMedian(true)
                        .withSmooth(1)
                        .withSharpen(1)
                        .withClahe(3)
                        .withGamma(2),
                1));
        int[] edges = CpuRenderer.indices(view(volume, Processing.NONE.withEdges(true), 1));
        assertEquals(-1, all[10 * SIDE + 10]);
        assertEquals(-1, edges[10 * SIDE + 10]);
        assertEquals(all[0], all[10 * SIDE + 11], "a neighbour of padding");
        assertEquals(0, edges[10 * SIDE + 11], "an outline of padding is no edge");
    }

    @Test
    void aProcessedPictureSaysInWhichStepsAndInWhichOrder() {
        assertEquals(List.of(), Processing.NONE.stepKeys());
        assertEquals(
                List.of("viewer.processing.median", "viewer.processing.sharpen", "viewer.processing.gamma"),
                Processing.NONE.withGamma(2).withSharpen(1).withMedian(true).stepKeys());
    }

    private static int spread(int[] indices) {
        return java.util.Arrays.stream(indices).max().orElseThrow()
                - java.util.Arrays.stream(indices).min().orElseThrow();
    }

    private static int[] picture(IntBinaryOperator formula, Processing processing, int elementsPerVoxel) {
        short[] samples = new short[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) formula.applyAsInt(i % SIDE, i / SIDE);
        }
        Volume volume = new Volume(List.of(GreySlice.of(SIDE, SIDE, samples, 1, 0)), AffineMap.IDENTITY, false);
        return CpuRenderer.indices(view(volume, processing, elementsPerVoxel));
    }

    private static ResolvedView view(Volume volume, Processing processing, int elementsPerVoxel) {
        return ViewResolver.resolve(
                volume,
                PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0),
                Slab.THIN,
                ViewPresentation.FIT,
                new ViewResolver.Look(
                        EXACT, false, new DataPresentation(EXACT, false, Palettes.GREY, Interpolation.LINEAR)),
                ViewResolver.PictureSize.pixels(SIDE * elementsPerVoxel, SIDE * elementsPerVoxel),
                ViewExtras.NONE.withProcessing(processing));
    }
}
