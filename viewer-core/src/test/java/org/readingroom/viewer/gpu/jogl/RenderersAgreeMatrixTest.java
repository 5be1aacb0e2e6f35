package org.readingroom.viewer.gpu.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.GrowingVolume;
import org.readingroom.viewer.volume.Volume;

/// The card draws what the processor samples, over every pair of values of all parameters of a picture: kind of volume,
/// plane, slab, interpolation, turn, flip, window, inversion, palette, second volume, quality and density.
@Tag("gpu")
// [utest->req~view.renderers-agree~1]
class RenderersAgreeMatrixTest {
    private static final int PICTURES = 3000;

    private static @org.jspecify.annotations.Nullable JoglRenderer gpu;

    @BeforeAll
    static void open() throws RenderException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display, so no OpenGL");
        try {
            gpu = (JoglRenderer) JoglCard.any().open();
        } catch (RenderException e) {
            Assumptions.abort("skipped: no OpenGL 3.3 here (" + e.messageKey() + ")");
        }
    }

    @AfterAll
    static void close() {
        if (gpu != null) {
            gpu.close();
        }
    }

    @Test
    void everyPairOfParametersIsDrawnAlike() throws RenderException {
        Random random = new Random(20261129);
        List<Volume> volumes = List.of(
                grey(20, new float[] {1}, 0, false),
                grey(20, new float[] {0.5f, 0.8f, 0.3f}, -20, false),
                grey(20, new float[] {-1}, 10, true),
                grey(20, new float[] {0.5f, -0.8f}, 0, true),
                // one column, one row of voxels
                thin(1, 30),
                thin(30, 1),
                grey(1, new float[] {1}, 0, true));
        List<Volume> overlays =
                List.of(grey(14, new float[] {0.5f, 0.8f}, 5, true), grey(14, new float[] {1}, 0, false));
        Set<List<Integer>> pairs = new HashSet<>();
        long apart = 0;
        long elements = 0;
        for (int n = 0; n < PICTURES; n++) {
            PictureCase one = PictureCase.any(volumes, overlays, random);
            addPairs(one.choice(), pairs);
            int wrong = wrong(one.view());
            // on the outline of a volume or of its padding a position may fall in or out by rounding
            assertTrue(
                    wrong <= 6,
                    () -> "picture " + Arrays.toString(one.choice()) + " of " + PictureCase.NAMES + ": " + wrong
                            + " elements apart");
            apart += wrong;
            elements += (long) one.view().width() * one.view().height();
        }
        System.out.printf(
                "renderers agree: %d pictures, every pair of %s, %d of %d elements apart%n",
                PICTURES, PictureCase.NAMES, apart, elements);
        assertTrue(apart < 1e-4 * elements, apart + " of " + elements);
        assertEquals(List.of(), missing(PictureCase.sizes(volumes), pairs, volumes.size() - 1));
    }

    /// A card keeps what it holds of a volume that grows: every sight of it must be the latest.
    @Test
    void aVolumeThatGrowsIsDrawnAlikeAtEveryStage() throws WorkstationException {
        Random random = new Random(5);
        int depth = 13;
        GrowingVolume growing = GrowingVolume.of(new TestFrames(depth, p -> 0).set());
        List<Integer> order = growing.order();
        for (int frame : order) {
            short[] samples = new short[TestFrames.SIDE * TestFrames.SIDE];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (60 * frame + random.nextInt(40) - 400);
            }
            // every slice has a scale of its own, as in PET
            growing.arrived(
                    frame, GreySlice.of(TestFrames.SIDE, TestFrames.SIDE, samples, 0.5f + frame / 20f, 3 * frame));
            Volume sight = growing.snapshot().orElseThrow().volume();
            for (int n = 0; n < 12; n++) {
                ResolvedView view =
                        PictureCase.any(List.of(sight), List.of(sight), random).view();
                int[] expected = new int[view.width() * view.height()];
                new org.readingroom.viewer.render.CpuRenderer().render(view, IntBuffer.wrap(expected));
                int[] seen = onCard(view);
                GreyRange range = new GreyRange(view);
                int wrong = 0;
                for (int i = 0; i < seen.length; i++) {
                    boolean isHatched = !range.holds(i % view.width(), i / view.width(), expected[i]);
                    boolean isRight = isHatched
                            ? far(expected[i], seen[i]) <= 90
                            : range.holds(i % view.width(), i / view.width(), seen[i]);
                    wrong += isRight ? 0 : 1;
                }
                assertTrue(wrong <= 6, "after frame " + frame + ": " + wrong + " elements apart");
            }
        }
    }

    private static int far(int a, int b) {
        int far = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            far = Math.max(far, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return far;
    }

    private static int wrong(ResolvedView view) throws RenderException {
        int[] seen = onCard(view);
        GreyRange range = new GreyRange(view);
        int wrong = 0;
        for (int i = 0; i < seen.length; i++) {
            wrong += range.holds(i % view.width(), i / view.width(), seen[i]) ? 0 : 1;
        }
        return wrong;
    }

    private static void addPairs(int[] choice, Set<List<Integer>> pairs) {
        for (int a = 0; a < choice.length; a++) {
            for (int b = a + 1; b < choice.length; b++) {
                pairs.add(List.of(a, choice[a], b, choice[b]));
            }
        }
    }

    /// Pairs that no picture had; a single slice has one plane and no slab.
    private static List<String> missing(int[] sizes, Set<List<Integer>> pairs, int single) {
        List<String> missing = new ArrayList<>();
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                for (int i = 0; i < sizes[a]; i++) {
                    for (int j = 0; j < sizes[b]; j++) {
                        boolean isImpossible = a == 0 && i == single && (b == 1 || b == 2) && j > 0;
                        if (!isImpossible && !pairs.contains(List.of(a, i, b, j))) {
                            missing.add(PictureCase.NAMES.get(a) + " " + i + ", " + PictureCase.NAMES.get(b) + " " + j);
                        }
                    }
                }
            }
        }
        return missing;
    }

    private static int[] onCard(ResolvedView view) throws RenderException {
        IntBuffer buffer = ByteBuffer.allocateDirect(4 * view.width() * view.height())
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        java.util.Objects.requireNonNull(gpu).render(view, buffer);
        int[] picture = new int[view.width() * view.height()];
        buffer.get(0, picture);
        return picture;
    }

    /// Smooth waves with noise on them, about -500 to 500, some padding where wanted; a sheared grid.
    private static Volume grey(int depth, float[] slopes, float intercept, boolean padded) {
        Random random = new Random(11);
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            short[] samples = new short[30 * 26];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short)
                        (400 * Math.sin(i % 30 / 6.0 + k / 2.0) * Math.cos(i / 30 / 5.0) + random.nextInt(60) - 30);
                if (padded && random.nextInt(40) == 0) {
                    samples[i] = -2000;
                }
            }
            slices.add(GreySlice.of(
                    30,
                    26,
                    samples,
                    slopes[k % slopes.length],
                    intercept,
                    padded ? new GreySlice.PaddingRange((short) -2000, (short) -2000) : null));
        }
        AffineMap map =
                new AffineMap(new Vec3(0.9, 0.1, 0), new Vec3(-0.1, 0.9, 0), new Vec3(0, 0.2, 1.7), new Vec3(5, -3, 2));
        return new Volume(slices, map, true);
    }

    private static Volume thin(int columns, int rows) {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            short[] samples = new short[columns * rows];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (30 * i - 300 + 10 * k);
            }
            slices.add(GreySlice.of(columns, rows, samples, 1, 0));
        }
        return new Volume(
                slices,
                new AffineMap(new Vec3(2, 0, 0), new Vec3(0, 1.5, 0), new Vec3(0, 0, 2), new Vec3(5, -3, 2)),
                true);
    }
}
