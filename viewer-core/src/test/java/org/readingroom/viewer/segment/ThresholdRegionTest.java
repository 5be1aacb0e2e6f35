package org.readingroom.viewer.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Regions grown in volumes whose bodies are known by formula.
// [utest->req~segment.threshold~1]
class ThresholdRegionTest {
    private static final ThresholdRegion.Range BRIGHT = new ThresholdRegion.Range(100, Double.POSITIVE_INFINITY);

    /// 60 x 50 x 40 voxels of 0.8 x 1 x 1.5 mm, tilted.
    private static final AffineMap MAP = new AffineMap(
            new Vec3(0.8, 0, 0), new Vec3(0, 0.96, 0.28), new Vec3(0, -0.3, 1.47), new Vec3(-20, -25, -30));

    private static Volume volume(ToDoubleFunction<Vec3> value) {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            short[] samples = new short[60 * 50];
            for (int j = 0; j < 50; j++) {
                for (int i = 0; i < 60; i++) {
                    samples[j * 60 + i] = (short) value.applyAsDouble(MAP.apply(new Vec3(i, j, k)));
                }
            }
            slices.add(GreySlice.of(60, 50, samples, 1, 0, new GreySlice.PaddingRange((short) 3000, (short) 3000)));
        }
        return new Volume(slices, MAP, true);
    }

    private static Vec3 voxel(Vec3 pPatient) {
        return MAP.inverse().apply(pPatient);
    }

    private static final Vec3 MIDDLE = MAP.apply(new Vec3(30, 25, 20));

    @Test
    void aBallHasTheVolumeOfItsFormulaAndTheMaskTheSame() {
        double radius = 14;
        Volume volume = volume(p -> p.distanceTo(MIDDLE) <= radius ? 200 : 0);
        ThresholdRegion region =
                ThresholdRegion.grow(volume, voxel(MIDDLE), BRIGHT).orElseThrow();
        double formula = 4.0 / 3 * Math.PI * Math.pow(radius, 3) / 1000;
        assertEquals(formula, region.volumeMl(), 0.01 * formula);
        assertEquals(region.volumeMl(), region.mask().volumeMl(), 0.002 * formula);
        assertEquals(200, region.mean());
        assertEquals(200, region.greatest());
        assertTrue(region.mask().coverage(MIDDLE) > 0);
        assertEquals(0, region.mask().coverage(MIDDLE.plus(new Vec3(0, 0, 16))));
    }

    @Test
    void whatDoesNotHangTogetherDoesNotBelongHoweverClose() {
        Vec3 other = MIDDLE.plus(new Vec3(13, 0, 0));
        Volume volume = volume(p -> p.distanceTo(MIDDLE) <= 6 || p.distanceTo(other) <= 6 ? 200 : 0);
        ThresholdRegion one =
                ThresholdRegion.grow(volume, voxel(MIDDLE), BRIGHT).orElseThrow();
        assertEquals(4.0 / 3 * Math.PI * 216 / 1000, one.volumeMl(), 0.06);
        assertEquals(0, one.mask().coverage(other));
    }

    @Test
    void aSpiralIsFollowedToItsEnd() {
        // a wall with a gap at alternating ends: only a way through every gap reaches the last chamber
        Volume volume = volume(p -> {
            Vec3 v = voxel(p);
            int column = (int) Math.rint(v.x());
            int row = (int) Math.rint(v.y());
            boolean isWall = column % 4 == 0 && (column % 8 == 0 ? row != 0 : row != 49);
            return isWall ? 0 : 150;
        });
        long open = 0;
        for (int column = 0; column < 60; column++) {
            for (int row = 0; row < 50; row++) {
                boolean isWall = column % 4 == 0 && (column % 8 == 0 ? row != 0 : row != 49);
                open += isWall ? 0 : 40;
            }
        }
        assertEquals(
                open,
                ThresholdRegion.grow(volume, new Vec3(1, 1, 0), BRIGHT)
                        .orElseThrow()
                        .voxels());
    }

    @Test
    void bothEndsOfTheRangeBelongPaddingAndAnEmptySeedDoNot() {
        Volume volume = volume(p -> p.x() < MIDDLE.x() ? 100 : p.y() < MIDDLE.y() ? 3000 : 99);
        ThresholdRegion region =
                ThresholdRegion.grow(volume, new Vec3(2, 2, 2), BRIGHT).orElseThrow();
        assertEquals(100, region.greatest(), "padding of 3000 was taken");
        assertTrue(ThresholdRegion.grow(volume, new Vec3(58, 48, 2), BRIGHT).isEmpty());
        assertTrue(ThresholdRegion.grow(volume, new Vec3(-5, 0, 0), BRIGHT).isEmpty());
    }

    @Test
    void anInterruptEndsIt() {
        Volume volume = volume(p -> 200);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> ThresholdRegion.grow(volume, new Vec3(5, 5, 5), BRIGHT));
        assertTrue(Thread.interrupted());
    }
}
