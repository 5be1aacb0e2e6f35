package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.FrameTime;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;

/// Playing by a clock that the test turns; nobody sleeps.
// [utest->req~desk.cine~1]
class CineTest {
    private static final long MS = 1_000_000;

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(6, p -> 0);
    private ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private ViewportModel view = desk.views().getFirst();
    private long now = 5_000 * MS;

    @BeforeEach
    void open() {
        open(frames);
    }

    private void open(FrameLoader loader) {
        desk = new ReadingDeskModel(tasks);
        view = desk.views().getFirst();
        desk.open(List.of(frames.set()), loader);
        tasks.runAll();
        view.goTo(0);
    }

    /// The positions after each of `ticks` pulses of 10 ms.
    private List<Integer> play(int ticks) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < ticks; i++) {
            view.cine().tick(now, true);
            if (seen.isEmpty() || seen.getLast() != view.index()) {
                seen.add(view.index());
            }
            now += 10 * MS;
        }
        return seen;
    }

    @Test
    void withoutATimeInTheFileTenPicturesASecondAreShownRoundAndRound() {
        view.cine().toggle();
        // pulses at 0, 10, … 1000 ms: ten moves
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4), play(101));
        Cine.Told told = view.cine().told().orElseThrow();
        assertEquals(10, told.wanted(), 1e-9);
        assertEquals(10, told.reached(), 1e-9);
        assertEquals(FrameTime.Source.NONE, told.source());
    }

    // [utest->req~desk.cine-range~1]
    @Test
    void onlyWhatIsMarkedIsPlayedInEveryOrder() {
        view.goTo(1);
        view.cine().markFirst();
        view.goTo(3);
        view.cine().markLast();
        view.goTo(5);
        view.cine().toggle();
        assertEquals(List.of(1, 2, 3, 1, 2, 3), play(51), "begun outside it starts at the first");
        view.cine().order(CineOrder.SWING);
        assertEquals(List.of(3, 2, 1, 2, 3), play(41));
        view.cine().pause();
        view.goTo(2);
        view.cine().order(CineOrder.ONCE);
        view.cine().toggle();
        assertEquals(List.of(2, 3), play(101));
        assertFalse(view.cine().playingProperty().get());
        assertEquals(new CineRange(1, 3), view.cine().told().orElseThrow().range());
        view.cine().playAll();
        view.cine().order(CineOrder.LOOP);
        view.cine().toggle();
        assertEquals(List.of(3, 4, 5, 0, 1), play(41));
    }

    @Test
    void aRangeOfOnePictureOrOfAnotherOrderIsNoTrap() {
        view.goTo(4);
        view.cine().markLast();
        view.cine().markFirst();
        assertEquals(new CineRange(4, 5), view.cine().range(), "what ends where it begins goes on to the end");
        view.goTo(5);
        view.cine().markFirst();
        assertEquals(CineRange.whole(6), view.cine().range(), "one picture is not played");
        view.goTo(2);
        view.cine().markFirst();
        view.goTo(0);
        view.cine().markLast();
        assertEquals(CineRange.whole(6), view.cine().range());
        assertEquals(CineRange.whole(3), new CineRange(4, 9).within(3), "of a shorter set nothing is left of it");
    }

    // [utest->req~desk.cine-rate~1]
    @Test
    void theRateThatIsTypedIsReachedAndBounded() {
        view.cine().rate(25);
        view.cine().toggle();
        // 25 a second are 40 ms: pulses at 0 to 200 ms show five more
        assertEquals(List.of(0, 1, 2, 3, 4, 5), play(21));
        assertEquals(25, view.cine().told().orElseThrow().wanted(), 1e-9);
        assertTrue(view.cine().told().orElseThrow().isTyped());
        view.cine().rate(1e9);
        assertEquals(120, view.cine().told().orElseThrow().wanted(), 1e-9);
        view.cine().rate(0.001);
        assertEquals(0.5, view.cine().told().orElseThrow().wanted(), 1e-9);
        view.cine().rate(10);
        view.cine().faster(1);
        assertEquals(12.5, view.cine().told().orElseThrow().wanted(), 1e-9);
    }

    // [utest->req~desk.cine-in-step~1]
    @Test
    void otherViewsStandAtTheSameTimeElseAtTheSamePlace() {
        double[] silent = {};
        assertEquals(7, CineStep.position(7, silent, 20, silent));
        assertEquals(2, CineStep.position(7, silent, 5, each(5, 33)), "one file says nothing: by position, round");
        // 10 pictures of 40 ms are 400 ms, which are 12 of 33.3 ms
        assertEquals(12, CineStep.position(10, each(11, 40), 30, each(30, 100 / 3.0)));
        assertEquals(3, CineStep.position(1, each(2, 99.9), 30, each(30, 33.3)), "three times 33.3 ms are 99.9 ms");
        assertEquals(2, CineStep.position(10, each(11, 40), 10, each(10, 100 / 3.0)), "past its end it begins anew");
        assertEquals(0, CineStep.position(1, each(2, 99.9), 3, each(3, 33.3)), "its end is its beginning");
    }

    private static double[] each(int count, double ms) {
        double[] stays = new double[count];
        Arrays.fill(stays, ms);
        return stays;
    }

    /// A Frame Time Vector: slow in the middle of one file, at the start of the other.
    @Test
    void picturesThatStayForDifferentTimesAreAddedUp() {
        double[] leader = {20, 20, 100, 100, 20};
        double[] other = {50, 10, 10, 10, 80, 100};
        // begins: leader 0 20 40 140 240; other 0 50 60 70 80 160, and anew at 260
        int[] expected = {0, 0, 0, 4, 5};
        for (int i = 0; i < leader.length; i++) {
            assertEquals(expected[i], CineStep.position(i, leader, 6, other), "picture " + i);
        }
        assertEquals(3, CineStep.position(5, other, 5, leader), "160 ms are within the slow one");
    }

    @Test
    void whoFollowsGoesByTheTimesOfAllPicturesOfTheFile() {
        // one begins at 0 10 20 120 220 320, the other at 0 40 80 120 160 200
        DisplaySet uneven = timed("uneven", 10, 10, 100, 100, 100, 100);
        desk.open(List.of(uneven, timed("even", 40, 40, 40, 40, 40, 40)), frames);
        desk.arrange(org.readingroom.viewer.viewport.Layout.TWO_BESIDE);
        view.show(desk.sets().getFirst());
        ViewportModel other = desk.views().get(1);
        other.show(desk.sets().get(1));
        view.goTo(3);
        CineStep.follow(desk, view);
        assertEquals(3, other.index(), "120 ms are three times 40 ms");
        view.goTo(2);
        CineStep.follow(desk, view);
        assertEquals(0, other.index(), "20 ms are within the first");
    }

    private DisplaySet timed(String id, double... staysMs) {
        DisplaySet plain = frames.set();
        List<ImageFrame> timed = new ArrayList<>();
        for (int i = 0; i < staysMs.length; i++) {
            timed.add(timed(plain.frames().get(i), staysMs[i]));
        }
        return new DisplaySet(
                id,
                plain.study(),
                plain.series(),
                plain.modality(),
                plain.description(),
                timed,
                true,
                List.of(),
                "series",
                plain.facts());
    }

    private static ImageFrame timed(ImageFrame f, double ms) {
        FrameTime time = new FrameTime(ms, FrameTime.Source.FRAME_TIME_VECTOR, false);
        return new ImageFrame(
                f.ref(),
                f.format(),
                f.plane(),
                f.frameOfReference(),
                f.scale(),
                f.modalityLut(),
                f.vois(),
                f.inverse(),
                f.padding(),
                f.paletteColor(),
                f.regions(),
                new FrameFacts(0, 1, 0, "", "", "", "", 0, 0, time, false, ""));
    }

    @Test
    void theOthersFollowWhoPlays() {
        desk.arrange(org.readingroom.viewer.viewport.Layout.TWO_BESIDE);
        ViewportModel other = desk.views().get(1);
        other.show(desk.sets().getFirst());
        other.goTo(0);
        view.goTo(4);
        CineStep.follow(desk, view);
        assertEquals(4, other.index());
        assertEquals(4, view.index());
    }

    @Test
    void toAndFroTurnsAtBothEndsAndOnceStopsAtTheLast() {
        view.cine().toggle();
        view.cine().order(CineOrder.SWING);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0, 1), play(111));
        view.cine().pause();
        view.goTo(3);
        view.cine().order(CineOrder.ONCE);
        view.cine().toggle();
        assertEquals(List.of(3, 4, 5), play(101));
        assertFalse(view.cine().playingProperty().get());
        // played again from the start
        view.cine().toggle();
        assertEquals(0, view.index());
    }

    @Test
    void fasterAndSlowerAreStepsOfTheFilesOwnRate() {
        view.cine().toggle();
        view.cine().faster(3);
        assertEquals(20, view.cine().told().orElseThrow().wanted(), 1e-9);
        assertEquals(List.of(0, 1, 2, 3, 4), play(21));
        view.cine().faster(-100);
        assertEquals(1.25, view.cine().told().orElseThrow().wanted(), 1e-9);
    }

    @Test
    void aPictureThatIsNotOnTheScreenYetHoldsTheNextOneBackAndTheRateSaysSo() {
        view.cine().toggle();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            // the renderer needs 250 ms a picture
            view.cine().tick(now, i % 25 == 0);
            seen.add(view.index());
            now += 10 * MS;
        }
        assertEquals(List.of(0, 1, 2, 3, 4), seen.stream().distinct().toList());
        assertEquals(4, view.cine().told().orElseThrow().reached(), 1e-9);
    }

    @Test
    void aFrameStillOnItsWayIsWaitedForAndNeverSkipped() {
        ReadingDeskModel fresh = new ReadingDeskModel(tasks);
        ViewportModel slow = fresh.views().getFirst();
        fresh.open(List.of(frames.set()), frames);
        slow.goTo(0);
        slow.cine().toggle();
        for (int i = 0; i < 100; i++) {
            slow.cine().tick(now += 10 * MS, true);
        }
        assertEquals(0, slow.index());
        tasks.runAll();
        slow.cine().tick(now += 10 * MS, true);
        assertEquals(1, slow.index());
    }

    @Test
    void aFrameThatCannotBeShownIsPassedAndCountedWithItsReason() {
        var broken = frames.set().frames().get(2).ref();
        open((ref, priority) -> {
            if (ref.equals(broken)) {
                throw new FrameUnavailableException("services.frame.missing", "gone", null);
            }
            return frames.load(ref, priority);
        });
        view.cine().toggle();
        assertEquals(List.of(0, 1, 3, 4, 5, 0, 1, 3), play(71));
        Cine.Told told = view.cine().told().orElseThrow();
        assertEquals(1, told.passed());
        assertInstanceOf(FrameUnavailableException.class, told.reason());
    }

    @Test
    void whoeverMovesTheViewEndsThePlaying() {
        view.cine().toggle();
        play(30);
        view.scroll(1);
        int there = view.index();
        assertEquals(List.of(there), play(50));
        assertFalse(view.cine().playingProperty().get());
    }

    @Test
    void anotherSetInTheViewEndsThePlaying() {
        view.cine().toggle();
        play(30);
        view.show(null);
        assertFalse(view.cine().playingProperty().get());
        assertTrue(view.cine().told().isEmpty());
        view.cine().toggle();
        assertFalse(view.cine().playingProperty().get());
    }

    @Test
    void cutsOfAVolumePlayToo() {
        view.cut(PlaneKind.CORONAL);
        view.picture(org.readingroom.viewer.viewport.ViewResolver.PictureSize.pixels(64, 64));
        tasks.runAll();
        view.picture(org.readingroom.viewer.viewport.ViewResolver.PictureSize.pixels(64, 64));
        view.goTo(0);
        view.cine().toggle();
        assertEquals(List.of(0, 1, 2), play(25));
    }
}
