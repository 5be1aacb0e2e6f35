package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.StoredValues;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;

/// Real series: every voxel of the grid that is a frame's pixel has that pixel's value, at that pixel's place.
// [utest->req~volume.true-positions~1]
class RealSeriesTest {
    @Test
    void aPetWithItsOwnScaleInEverySliceKeepsTheValueOfEveryPixel() throws WorkstationException {
        assertTruePlacesAndValues("series/pet-wholebody-qin0024", 7);
    }

    @Test
    void aCoronalMrLiesWhereItWasTaken() throws WorkstationException {
        assertTruePlacesAndValues("series/mr-head-t1-coronal", 9);
    }

    @Test
    void aTiltedUnevenHeadIsBlendedAtTruePositionsAndSaysSo() throws WorkstationException {
        AssembledVolume assembled = assertTruePlacesAndValues("series/ct-head-ge-tilt-varspacing", 3);
        assertTrue(assembled.warningKeys().contains(VolumeGeometry.UNEVEN), "" + assembled.warningKeys());
        assertTrue(assembled.volume().depth() > 28);
    }

    @Test
    void missingSlicesAreBridgedAndSaidSo() throws WorkstationException {
        AssembledVolume assembled = assertTruePlacesAndValues("series/ct64-missing-slices", 5);
        assertEquals(java.util.List.of(VolumeGeometry.GAPS), assembled.warningKeys());
    }

    @Test
    void withoutGeometryThereIsNoVolume() {
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct64-no-geometry"));
        VolumeException refused = assertThrows(
                VolumeException.class,
                () -> VolumeAssembler.assemble(study.sets().getFirst(), study, Progress.IGNORED));
        assertEquals("viewer.volume.no-geometry", refused.messageKey());
    }

    /// Looks at every `stride`-th pixel of every frame that the grid holds unblended.
    private static AssembledVolume assertTruePlacesAndValues(String folder, int stride) throws WorkstationException {
        FolderStudy study = FolderStudy.of(SharedData.path(folder));
        DisplaySet set = study.sets().getFirst();
        AssembledVolume assembled = VolumeAssembler.assemble(set, study, Progress.IGNORED);
        Volume volume = assembled.volume();
        int frames = 0;
        for (int f = 0; f < set.frames().size(); f += Math.max(1, set.frames().size() / 14)) {
            ImageFrame frame = set.frames().get(f);
            Vec3 first = volume.worldToVoxel().apply(frame.plane().position());
            int layer = (int) Math.rint(first.z());
            assertEquals(0, first.x(), 0.06, "frame " + f + " along its rows");
            assertEquals(0, first.y(), 0.06, "frame " + f + " along its columns");
            if (Math.abs(first.z() - layer) * volume.voxelToWorld().z().length() > 0.03) {
                continue;
            }
            frames++;
            StoredPixels pixels = study.load(frame.ref(), Priority.ON_SCREEN);
            int[] stored = StoredValues.ints(pixels);
            GreySlice slice = (GreySlice) volume.slices().get(layer);
            for (int i = 0; i < stored.length; i += stride) {
                double expected = frame.modalityLut().toModality(stored[i]);
                float actual = slice.modalityValue(i % slice.columns(), i / slice.columns());
                assertEquals(expected, actual, 1e-5 * Math.abs(expected) + 1e-4, "frame " + f + " pixel " + i);
            }
        }
        assertFalse(frames < 1, "only " + frames + " frames lie on the grid");
        return assembled;
    }
}
