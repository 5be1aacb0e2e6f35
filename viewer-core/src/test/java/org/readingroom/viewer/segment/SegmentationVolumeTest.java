package org.readingroom.viewer.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.model.SopInstanceUid;

/// A volume is told only where it is one.
// [utest->req~segment.volume-told~1]
class SegmentationVolumeTest {
    private static final Vec3 LEFT = new Vec3(1, 0, 0);

    private static Segmentation segmentation(boolean isProbability) {
        return new Segmentation(
                new SopInstanceUid("2.25.1"),
                "",
                "",
                Segmentation.Kind.FRACTIONAL,
                isProbability,
                255,
                Optional.empty(),
                5,
                List.of(),
                List.of(),
                List.of());
    }

    /// Ten pixels of 2 x 3 mm.
    private static PlacedMask slice(Vec3 position, Vec3 down) {
        BitSet bits = new BitSet();
        bits.set(0, 10);
        return new PlacedMask(new ImagePlane(position, LEFT, down, new PixelSpacing(2, 3)), new BitMask(5, 2, bits));
    }

    private static final PlacedMask FIRST = slice(new Vec3(0, 0, 0), new Vec3(0, 1, 0));
    private static final PlacedMask SECOND = slice(new Vec3(0, 0, 5), new Vec3(0, 1, 0));
    private static final PlacedMask ASKEW = slice(new Vec3(0, 0, 10), new Vec3(0, 0.8, 0.6));

    @Test
    void coverageHasAVolumeAndProbabilityHasNone() {
        PatientMask mask = PatientMask.of(List.of(FIRST, SECOND), 5);
        assertEquals(Optional.of(2 * 10 * 6 * 5 / 1000.0), segmentation(false).volumeMl(mask));
        assertEquals(Optional.empty(), segmentation(true).volumeMl(mask));
    }

    @Test
    void slicesLeftOutLeaveNoVolume() {
        assertEquals(Optional.empty(), segmentation(false).volumeMl(PatientMask.of(List.of(FIRST, SECOND, ASKEW), 5)));
    }
}
