package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// A frame whose pixels are not square keeps its shape and its place, with and without a place in the patient.
// [utest->req~view.one-affine~1]
class FrameVolumeTest {
    private static final PixelSpacing SPACING = new PixelSpacing(0.5, 0.8);

    private static Volume volume(@Nullable ImagePlane plane, PixelScale scale) {
        ImageFrame frame = new ImageFrame(
                new FrameRef(new SopInstanceUid("2.25.1"), 0),
                new PixelFormat(2, 3, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                plane,
                plane == null ? null : new FrameOfReferenceUid("2.25.2"),
                scale,
                new ModalityLut.Linear(1, 0, ValueUnit.NONE),
                List.of(),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE);
        return FrameVolume.of(frame, GreySlice.of(3, 2, new short[6], 1, 0));
    }

    private static void lies(Vec3 expected, Volume volume, double column, double row) {
        Vec3 place = volume.voxelToWorld().apply(new Vec3(column, row, 0));
        assertEquals(0, expected.distanceTo(place), 1e-12, "expected " + expected + ", was " + place);
    }

    @Test
    void pixelsLieWhereTheirPlaneSays() {
        // seen from the left: columns run to the back, rows to the feet
        ImagePlane sagittal = new ImagePlane(new Vec3(7, -20, 40), new Vec3(0, 1, 0), new Vec3(0, 0, -1), SPACING);
        Volume volume = volume(sagittal, new PixelScale.Millimetres(SPACING, PixelScale.Source.PATIENT));
        assertTrue(volume.isInPatient());
        lies(new Vec3(7, -20, 40), volume, 0, 0);
        lies(new Vec3(7, -20 + 2 * 0.8, 40), volume, 2, 0);
        lies(new Vec3(7, -20, 40 - 0.5), volume, 0, 1);
    }

    @Test
    void withoutAPlaceTheScaleGivesTheShape() {
        Volume volume = volume(null, new PixelScale.Millimetres(SPACING, PixelScale.Source.PATIENT));
        assertFalse(volume.isInPatient());
        lies(Vec3.ZERO, volume, 0, 0);
        lies(new Vec3(0.8, 0, 0), volume, 1, 0);
        lies(new Vec3(0, 0.5, 0), volume, 0, 1);
    }

    @Test
    void withoutAScaleTheAspectGivesTheShape() {
        // pixels half as high again as wide
        Volume volume = volume(null, new PixelScale.None(1.5));
        lies(new Vec3(1, 0, 0), volume, 1, 0);
        lies(new Vec3(0, 1.5, 0), volume, 0, 1);
    }
}
