package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// A set on the desk takes up frames that arrive; the reader's place and look stay.
// [utest->req~desk.growing-set~1]
class DeskGrowthTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final Study STUDY = StudySets.study("2.25.1", StudySets.ONE, "2026-03-01T08:00");
    private static final DisplaySet WHOLE = StudySets.set(STUDY, "2.25.1.1", "chest", "2.25.1.9", 21);

    private final StepRunner tasks = new StepRunner();
    private final TestFrames pixels = new TestFrames(21, p -> 100);
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final DeskGrowth growth = new DeskGrowth(desk);

    /// The whole set without all but the frames at these places.
    private static DisplaySet part(int... places) {
        List<ImageFrame> frames = new ArrayList<>();
        for (int place : places) {
            frames.add(WHOLE.frames().get(place));
        }
        return new DisplaySet(
                WHOLE.series() + "#" + frames.getFirst().ref().instance(),
                WHOLE.study(),
                WHOLE.series(),
                WHOLE.modality(),
                WHOLE.description(),
                frames,
                frames.size() > 2,
                List.of(),
                WHOLE.rule(),
                WHOLE.facts());
    }

    private ViewportModel open(DisplaySet set) {
        desk.open(List.of(set), pixels);
        desk.studies().begin(STUDY);
        return desk.views().getFirst();
    }

    private void take(DisplaySet... sets) {
        growth.take(STUDY.uid(), WHOLE.series(), List.of(sets));
    }

    @Test
    void theFrameTheWindowAndTheZoomStayWhileTheSetGrows() {
        ViewportModel view = open(part(0, 10, 20));
        OpenSet set = desk.sets().getFirst();
        view.goTo(1);
        view.window(new Voi.Window(40, 400, Voi.Function.LINEAR, ""));
        view.presentationProperty().set(new org.readingroom.viewer.viewport.ViewPresentation(2, 5, -3, 0, false));
        var look = view.presentationProperty().get();

        take(part(0, 4, 8, 10, 12, 16, 20));

        assertSame(set, desk.sets().getFirst(), "it is the same set");
        assertEquals(1, desk.sets().size());
        assertEquals(7, view.count());
        assertEquals(3, view.index());
        assertEquals(WHOLE.frames().get(10).ref(), view.frame().orElseThrow().ref());
        assertEquals(
                new Voi.Window(40, 400, Voi.Function.LINEAR, ""), view.voi().orElseThrow());
        assertEquals(look, view.presentationProperty().get());
        take(WHOLE);
        assertEquals(10, view.index());
        assertEquals(21, view.count());
    }

    @Test
    void aPartIsMarkedSaidAndNoVolumeToBeRead() {
        ViewportModel view = open(part(0, 4, 8, 12, 16, 20));
        OpenSet set = desk.sets().getFirst();
        growth.mark(STUDY.uid(), series -> new Arriving(6, 21, 6, 40));
        view.picture(SIZE);
        tasks.runAll();
        assertTrue(desk.warnings(view).contains("desk.series.incomplete"));

        view.cut(PlaneKind.CORONAL);
        view.picture(SIZE);
        tasks.runAll();

        Picture.Ready cut = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
        assertFalse(cut.view().volume().isComplete(), "evenly spaced, and yet not all there is");
        assertFalse(set.volumeStateProperty().get() instanceof LoadState.Complete);
        assertTrue(desk.warnings(view).contains("desk.series.incomplete"));

        take(WHOLE);
        growth.mark(STUDY.uid(), series -> null);
        tasks.runAll();

        Picture.Ready whole = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
        assertTrue(whole.view().volume().isComplete());
        assertEquals(21, whole.view().volume().depth());
        assertInstanceOf(LoadState.Complete.class, set.volumeStateProperty().get());
        assertEquals(List.of(), desk.warnings(view));
    }

    @Test
    void aReformatStaysAtItsPlaceInThePatient() {
        ViewportModel view = open(part(0, 4, 8, 12));
        view.cut(PlaneKind.AXIAL);
        view.picture(SIZE);
        tasks.runAll();
        view.picture(SIZE);
        view.goTo(2);
        double height = view.plane().orElseThrow().centre().z();
        assertEquals(16, height, 1e-6, "the third of four slices 8 mm apart");

        take(WHOLE);
        view.picture(SIZE);
        tasks.runAll();
        view.picture(SIZE);

        assertEquals(21, view.count());
        assertEquals(height, view.plane().orElseThrow().centre().z(), 1e-6);
    }

    @Test
    void aVolumeThatWasBeingFilledTakesUpWhatCameMeanwhile() {
        ViewportModel view = open(part(0, 4, 8, 12));
        view.cut(PlaneKind.AXIAL);
        view.picture(SIZE);

        take(WHOLE);
        tasks.runAll();
        view.picture(SIZE);
        tasks.runAll();

        assertEquals(21, desk.sets().getFirst().volume().orElseThrow().volume().depth());
        assertInstanceOf(
                LoadState.Complete.class,
                desk.sets().getFirst().volumeStateProperty().get());
    }

    @Test
    void twoSetsThatTurnOutToBeOneAreShownAsOne() {
        DisplaySet low = part(0, 1, 2);
        DisplaySet high = part(18, 19, 20);
        desk.open(List.of(low), pixels);
        desk.studies().begin(STUDY);
        desk.more(List.of(high));
        desk.arrange(new org.readingroom.viewer.viewport.Layout(1, 2));
        ViewportModel second = desk.views().get(1);
        second.show(desk.sets().get(1));
        second.goTo(2);

        take(WHOLE);

        assertEquals(1, desk.sets().size());
        assertEquals(WHOLE.frames().get(20).ref(), second.frame().orElseThrow().ref());
    }

    @Test
    void aFurtherSetOfTheSeriesComesBesideTheOthers() {
        open(part(0, 1, 2));

        take(part(0, 1, 2), part(10, 11));

        assertEquals(
                List.of(3, 2),
                desk.sets().stream()
                        .map(set -> set.displaySet().frames().size())
                        .toList());
    }

    // [utest->req~fetch.settled~1]
    @Test
    void aStudyThatMayHaveGrownIsSaidToBePerhapsIncompleteAndIsMeasuredAllTheSame() {
        ViewportModel view = open(WHOLE);
        growth.mark(STUDY.uid(), series -> new Arriving(21, 21, 40, 40));

        assertEquals(List.of("desk.study.unsure"), desk.warnings(view));
        view.cut(PlaneKind.CORONAL);
        view.picture(SIZE);
        tasks.runAll();
        assertInstanceOf(
                LoadState.Complete.class,
                desk.sets().getFirst().volumeStateProperty().get());
    }

    @Test
    void aWholeSeriesOfAStudyOfWhichMoreIsMissingIsSaidOtherwise() {
        ViewportModel view = open(WHOLE);
        growth.mark(STUDY.uid(), series -> new Arriving(21, 21, 21, 40));

        assertEquals(List.of("desk.study.incomplete"), desk.warnings(view));
        view.cut(PlaneKind.CORONAL);
        view.picture(SIZE);
        tasks.runAll();
        assertInstanceOf(
                LoadState.Complete.class,
                desk.sets().getFirst().volumeStateProperty().get());
    }
}
