package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.TestFrames;

/// A volume can be cut from its first slice on, says what is missing, and ends as if it had been there at once.
// [utest->req~volume.growing~1]
class GrowingVolumeTest {
    private static final int DEPTH = 21;

    @Test
    void theFirstSlicesSpanTheWholeAndEachComesOnce() {
        List<Integer> order = LoadOrder.of(DEPTH);
        assertEquals(List.of(0, 10, 20, 4, 8, 12, 16, 1, 2, 3), order.subList(0, 10));
        assertEquals(DEPTH, order.size());
        assertEquals(DEPTH, new HashSet<>(order).size());
        assertEquals(List.of(0), LoadOrder.of(1));
    }

    @Test
    void missingSlicesAreNamedAndTakeTheirNearestNeighbour() throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(set());
        assertTrue(growing.snapshot().isEmpty());
        assertInstanceOf(LoadState.Waiting.class, growing.state());
        growing.arrived(0, slice(0));
        growing.arrived(10, slice(10));
        growing.arrived(10, slice(11));
        Volume coarse = growing.snapshot().orElseThrow().volume();
        assertEquals(new LoadState.Partial(2, DEPTH), growing.state());
        assertFalse(coarse.isComplete());
        assertEquals(DEPTH, coarse.depth());
        for (int k = 0; k < DEPTH; k++) {
            assertEquals(k != 0 && k != 10, coarse.isMissing(k), "slice " + k);
            assertEquals(k <= 5 ? 0 : 10, value(coarse, k), "slice " + k);
        }
        for (int k = 0; k < DEPTH; k++) {
            growing.arrived(k, slice(k));
        }
        Volume whole = growing.snapshot().orElseThrow().volume();
        assertInstanceOf(LoadState.Complete.class, growing.state());
        assertTrue(whole.isComplete());
        assertTrue(whole.isSameSeries(coarse));
        for (int k = 0; k < DEPTH; k++) {
            assertEquals(k, value(whole, k), "slice " + k);
        }
    }

    @Test
    void fillingAsksForEveryFrameOnceAndTellsHowFarItIs() throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(set());
        Set<ImageFrame> asked = ConcurrentHashMap.newKeySet();
        Set<Long> told = ConcurrentHashMap.newKeySet();
        VolumeAssembler.fill(
                growing,
                frame -> {
                    assertTrue(asked.add(frame), "a frame is asked for twice");
                    return slice(growing.frames().indexOf(frame));
                },
                new Progress() {
                    @Override
                    public void at(long done, long total) {
                        told.add(done);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                });
        assertEquals(DEPTH, asked.size());
        assertEquals(DEPTH, told.size());
        assertTrue(growing.snapshot().orElseThrow().volume().isComplete());
    }

    @Test
    void aFaultAndACancellationReachTheCaller() throws WorkstationException {
        assertThrows(
                FrameUnavailableException.class,
                () -> VolumeAssembler.fill(
                        GrowingVolume.of(set()),
                        frame -> {
                            throw new FrameUnavailableException("viewer.frame.failed", "gone", null);
                        },
                        Progress.IGNORED));
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> VolumeAssembler.fill(GrowingVolume.of(set()), frame -> slice(0), cancelled));
    }

    @Test
    void aSliceOfAnotherSizeIsRefused() throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(set());
        VolumeException fault =
                assertThrows(VolumeException.class, () -> growing.arrived(0, GreySlice.of(3, 4, new short[12], 1, 0)));
        assertEquals("viewer.volume.sizes-differ", fault.messageKey());
    }

    private static float value(Volume volume, int k) {
        return ((GreySlice) volume.slices().get(k)).modalityValue(0, 0);
    }

    private static GreySlice slice(int k) {
        short[] samples = new short[TestFrames.SIDE * TestFrames.SIDE];
        java.util.Arrays.fill(samples, (short) k);
        return GreySlice.of(TestFrames.SIDE, TestFrames.SIDE, samples, 1, 0);
    }

    private static DisplaySet set() {
        return new TestFrames(DEPTH, p -> 0).set();
    }
}
