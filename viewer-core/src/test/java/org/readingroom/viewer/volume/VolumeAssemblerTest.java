package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.TestFrames;

/// What may become a volume and what may not.
// [utest->req~volume.true-positions~1]
class VolumeAssemblerTest {
    private static final TestFrames FRAMES = new TestFrames(4, p -> 0);

    private static ImageFrame changed(
            ImageFrame f, int rows, int columns, @Nullable ImagePlane plane, @Nullable String reference) {
        return new ImageFrame(
                f.ref(),
                new PixelFormat(rows, columns, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                plane,
                reference == null ? null : new FrameOfReferenceUid(reference),
                f.scale(),
                f.modalityLut(),
                f.vois(),
                false,
                null,
                null,
                List.of(),
                f.facts());
    }

    private static void refused(String key, int at, ImageFrame changed) {
        List<ImageFrame> frames = new ArrayList<>(FRAMES.set().frames());
        frames.set(at, changed);
        assertEquals(
                key,
                assertThrows(VolumeException.class, () -> VolumeAssembler.geometry(frames))
                        .messageKey());
    }

    @Test
    void framesOfAnotherSizeAreRefused() {
        ImageFrame frame = FRAMES.set().frames().get(2);
        refused("viewer.volume.sizes-differ", 2, changed(frame, 8, TestFrames.SIDE, frame.plane(), "2.25.3"));
        refused("viewer.volume.sizes-differ", 2, changed(frame, TestFrames.SIDE, 8, frame.plane(), "2.25.3"));
    }

    @Test
    void aFrameWithoutAPlaceIsRefused() {
        ImageFrame frame = FRAMES.set().frames().get(3);
        refused("viewer.volume.no-geometry", 3, changed(frame, TestFrames.SIDE, TestFrames.SIDE, null, "2.25.3"));
    }

    @Test
    void aPatientWhoMovedIsRefusedAndAnonymisedReferencesAreNot() throws VolumeException {
        ImageFrame frame = FRAMES.set().frames().get(1);
        refused(
                "viewer.volume.references-differ",
                1,
                changed(frame, TestFrames.SIDE, TestFrames.SIDE, frame.plane(), "2.25.99"));
        List<ImageFrame> each = new ArrayList<>();
        for (ImageFrame f : FRAMES.set().frames()) {
            each.add(changed(f, TestFrames.SIDE, TestFrames.SIDE, f.plane(), "2.25.4" + each.size()));
        }
        assertEquals(4, VolumeAssembler.geometry(each).layers().size());
    }

    @Test
    void aSpacingThatGrowsByATenthIsUneven() throws VolumeException {
        assertEquals(List.of(VolumeGeometry.UNEVEN), warnings(0, 2, 4.2, 6.2, 8.2));
        assertEquals(List.of(), warnings(0, 2, 4.01, 6.01, 8.01));
    }

    private static List<String> warnings(double... heights) throws VolumeException {
        List<ImagePlane> planes = new ArrayList<>();
        for (double height : heights) {
            planes.add(new ImagePlane(
                    new Vec3(1, 2, height), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new PixelSpacing(0.7, 0.7)));
        }
        return VolumeGeometry.of(planes).warningKeys();
    }

    @Test
    void colourMakesNoVolume() {
        assertEquals(
                "viewer.volume.colour",
                assertThrows(
                                VolumeException.class,
                                () -> VolumeAssembler.assemble(
                                        FRAMES.set(), frame -> new ColourSlice(1, 1, new int[1]), Progress.IGNORED))
                        .messageKey());
    }

    @Test
    void cancellingEndsTheLoading() {
        // the slices are read by several at once: each ends after the one in hand
        List<ImageFrame> asked = Collections.synchronizedList(new ArrayList<>());
        Progress afterTwo = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return asked.size() >= 2;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> VolumeAssembler.assemble(
                        FRAMES.set(),
                        frame -> {
                            asked.add(frame);
                            return GreySlice.of(16, 16, new short[256], 1, 0);
                        },
                        afterTwo));
        int most = 1 + Runtime.getRuntime().availableProcessors();
        assertTrue(
                asked.size() >= 2 && asked.size() <= most,
                asked.size() + " of " + FRAMES.set().frames().size());
    }
}
