package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.volume.SliceCache;

/// A study that was put away asks for nothing more.
class OpenSetTest {
    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(11, p -> 7);
    private final AtomicInteger loads = new AtomicInteger();
    private final FrameLoader counting = (ref, priority) -> {
        loads.incrementAndGet();
        return frames.load(ref, priority);
    };
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);

    @Test
    void whatWasAskedForTwiceIsGivenUpTwice() {
        desk.open(List.of(frames.set()), counting);
        OpenSet set = desk.sets().getFirst();
        set.prefetch(0, Priority.PREFETCH);
        set.prefetch(0, Priority.NEIGHBOUR);
        set.slice(3);
        desk.close();
        tasks.runAll();
        assertEquals(0, loads.get());
    }

    @Test
    void aSetThatWasPutAwayLoadsNothingForWhoeverStillAsks() {
        desk.open(List.of(frames.set()), counting);
        OpenSet set = desk.sets().getFirst();
        desk.close();
        set.slice(3);
        set.neighbours(3);
        set.volume();
        tasks.runAll();
        assertEquals(0, loads.get());
    }

    @Test
    void whoIsToldOfTheVolumeMayAskForItAtOnce() {
        desk.open(List.of(frames.set()), counting);
        OpenSet set = desk.sets().getFirst();
        set.volumeStateProperty().addListener((o, before, after) -> set.volume());
        set.volume();
        tasks.runAll();
        assertTrue(set.volume().orElseThrow().volume().isComplete());
    }

    @Test
    void noMoreIsBroughtInAheadThanCanBeHeld() {
        // room for eight frames: half of them may be brought in, two steps from where it begins, that one included
        SliceCache small = new SliceCache(counting, 8L * TestFrames.SIDE * TestFrames.SIDE * 2);
        OpenSet set = new OpenSet(frames.set(), small, tasks);
        set.prefetch(5, Priority.PREFETCH);
        tasks.runAll();
        assertEquals(3, loads.get(), "the frame and its neighbours");
    }
}
