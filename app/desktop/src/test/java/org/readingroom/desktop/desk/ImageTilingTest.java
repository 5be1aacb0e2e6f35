package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

// [utest->req~desk.image-tiling~1]
class ImageTilingTest {
    private static final int NOTHING = -1;

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(21, p -> 0);
    private final TestFrames others = new TestFrames(5, p -> 0);
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);

    @BeforeEach
    void open() {
        desk.open(List.of(frames.set(), others.set()), frames);
    }

    /// The image in each view, from 0; -1 for a view without one.
    private List<Integer> images() {
        return desk.visible().stream()
                .map(view -> view.setProperty().get() == null ? NOTHING : view.index())
                .toList();
    }

    @Test
    void consecutiveImagesFillTheLayoutFromThePageOnScreen() {
        desk.arrange(new Layout(2, 3));
        desk.views().getFirst().goTo(10);
        desk.tiling().toggle();
        assertEquals(List.of(6, 7, 8, 9, 10, 11), images(), "the page with image 10");
        assertTrue(desk.visible().stream()
                .allMatch(v -> v.setProperty().get() == desk.sets().getFirst()));
    }

    @Test
    void tilesGoOnTogetherByPagesToTheEndAndBack() {
        desk.arrange(new Layout(2, 3));
        desk.views().getFirst().goTo(0);
        desk.tiling().toggle();
        desk.views().get(4).scroll(1);
        assertEquals(List.of(6, 7, 8, 9, 10, 11), images());
        desk.views().get(2).scroll(2);
        assertEquals(List.of(18, 19, 20, NOTHING, NOTHING, NOTHING), images());
        desk.views().getFirst().scroll(1);
        assertEquals(List.of(18, 19, 20, NOTHING, NOTHING, NOTHING), images(), "no page beyond the last");
        desk.views().get(5).scroll(-1);
        assertEquals(List.of(12, 13, 14, 15, 16, 17), images(), "an empty tile goes back too");
        desk.views().get(1).scroll(-50);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), images());
    }

    @Test
    void anImageThatIsSoughtBringsItsPage() {
        desk.arrange(Layout.FOUR);
        desk.tiling().toggle();
        desk.views().get(1).goTo(20);
        assertEquals(List.of(20, NOTHING, NOTHING, NOTHING), images());
        assertSame(desk.views().getFirst(), desk.activeProperty().get(), "the keyboard never rests on an empty tile");
        desk.views().getFirst().goTo(3);
        assertEquals(List.of(0, 1, 2, 3), images());
    }

    @Test
    void zoomAndPlaneAreThoseOfAllTiles() {
        desk.arrange(Layout.TWO_BESIDE);
        desk.tiling().toggle();
        ViewPresentation closer = ViewPresentation.FIT.withZoom(3);
        desk.views().get(1).presentationProperty().set(closer);
        assertEquals(closer, desk.views().getFirst().presentationProperty().get());
        desk.views().getFirst().cut(PlaneKind.CORONAL);
        desk.views().forEach(view -> view.picture(PictureSize.pixels(32, 32)));
        tasks.runAll();
        desk.views().forEach(view -> view.picture(PictureSize.pixels(32, 32)));
        assertEquals(
                PlaneKind.CORONAL, desk.views().get(1).stateProperty().get().plane());
        assertEquals(images().getFirst() + 1, images().get(1));
        assertEquals(0, images().getFirst() % 2);
        desk.views().get(1).scroll(1);
        assertEquals(images().getFirst() + 1, images().get(1));
    }

    @Test
    void offAgainEachViewShowsWhatItDid() {
        desk.arrange(Layout.TWO_BESIDE);
        desk.views().get(0).goTo(7);
        desk.views().get(1).goTo(2);
        desk.tiling().toggle();
        desk.arrange(new Layout(3, 4));
        assertEquals(12, images().size());
        assertEquals(List.of(0, 1), images().subList(0, 2));
        desk.tiling().toggle();
        assertEquals(Layout.TWO_BESIDE, desk.layoutProperty().get());
        assertEquals(List.of(7, 2), images());
        assertSame(desk.sets().get(1), desk.views().get(1).setProperty().get());
        desk.views().getFirst().scroll(1);
        assertEquals(List.of(8, 2), images(), "views go their own way again");
    }

    @Test
    void aSmallerLayoutLetsTilesGo() {
        desk.arrange(new Layout(3, 4));
        desk.views().getFirst().goTo(0);
        desk.tiling().toggle();
        ViewportModel leaving = desk.views().get(5);
        desk.arrange(Layout.TWO_BESIDE);
        assertEquals(List.of(0, 1), images());
        assertEquals(null, leaving.setProperty().get());
    }

    @Test
    void oneViewIsDividedIntoFour() {
        desk.tiling().toggle();
        assertEquals(Layout.FOUR, desk.layoutProperty().get());
        assertEquals(List.of(8, 9, 10, 11), images(), "the page of the middle image, 10");
        desk.tiling().toggle();
        assertEquals(Layout.ONE, desk.layoutProperty().get());
        assertEquals(List.of(10), images());
    }

    @Test
    void aTileAloneGoesImageByImageAndComesBackToItsPage() {
        desk.arrange(Layout.FOUR);
        desk.views().getFirst().goTo(0);
        desk.tiling().toggle();
        ViewportModel tile = desk.views().get(2);
        desk.maximise(tile);
        tile.scroll(1);
        tile.scroll(1);
        tile.scroll(1);
        assertEquals(List.of(5), images());
        desk.maximise(tile);
        assertEquals(List.of(4, 5, 6, 7), images());
    }

    @Test
    void anotherSeriesIsTiledInItsPlaceAndAnotherStudyIsNot() {
        desk.arrange(Layout.FOUR);
        desk.tiling().toggle();
        desk.show(desk.sets().get(1));
        assertEquals(List.of(0, 1, 2, 3), images());
        assertSame(desk.sets().get(1), desk.tiling().setProperty().get());
        desk.open(List.of(others.set()), others);
        assertFalse(desk.tiling().isOn());
        assertEquals(List.of(2, NOTHING, NOTHING, NOTHING), images());
    }
}
