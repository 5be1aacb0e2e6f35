package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;

// [utest->req~desk.layouts~1]
// [utest->req~desk.exchange~1]
class ViewGridTest {
    private final TestFrames frames = new TestFrames(5, p -> 0);
    private final ReadingDeskModel desk = new ReadingDeskModel(new StepRunner());

    @Test
    void viewsAreMadeWhenALayoutHasRoomForThem() {
        List<ViewportModel> told = new ArrayList<>();
        desk.eachView(told::add);
        int before = desk.views().size();
        assertEquals(before, told.size());
        desk.arrange(new Layout(4, 5));
        assertEquals(20, desk.views().size());
        assertEquals(desk.views(), told);
        desk.arrange(Layout.ONE);
        desk.arrange(new Layout(4, 5));
        assertEquals(20, told.size(), "no view is made twice");
    }

    @Test
    void viewsThatComeInTakeSetsThatNoOtherShows() {
        desk.open(List.of(frames.set(), frames.set(), frames.set()), frames);
        desk.arrange(new Layout(2, 3));
        List<OpenSet> shown =
                desk.visible().stream().map(view -> view.setProperty().get()).toList();
        assertEquals(desk.sets(), shown.subList(0, 3));
        assertNull(shown.get(3));
        assertNull(shown.get(5));
    }

    @Test
    void exchangedViewsTakeAllTheyShowAlong() {
        desk.open(List.of(frames.set(), frames.set()), frames);
        desk.arrange(Layout.TWO_BESIDE);
        ViewportModel first = desk.views().get(0);
        ViewportModel second = desk.views().get(1);
        second.goTo(4);
        desk.exchange(first, second);
        assertSame(second, desk.visible().get(0));
        assertSame(first, desk.visible().get(1));
        assertEquals(4, desk.visible().get(0).index());
        assertSame(desk.sets().get(1), desk.visible().get(0).setProperty().get());
        desk.exchange(first, second);
        assertSame(first, desk.visible().get(0));
    }

    @Test
    void neighboursEndAtTheEdge() {
        desk.arrange(new Layout(2, 3));
        desk.activate(desk.views().get(2));
        ViewGrid grid = desk.grid();
        assertEquals(Optional.empty(), grid.neighbour(0, 1), "not round the corner into the next row");
        assertEquals(Optional.empty(), grid.neighbour(-1, 0));
        assertSame(desk.views().get(1), grid.neighbour(0, -1).orElseThrow());
        assertSame(desk.views().get(5), grid.neighbour(1, 0).orElseThrow());
        desk.maximise(desk.views().get(2));
        assertEquals(Optional.empty(), grid.neighbour(0, -1), "nothing stands beside a view alone");
    }

    @Test
    void aViewAloneIsBackInItsPlace() {
        desk.arrange(new Layout(3, 4));
        ViewportModel view = desk.views().get(7);
        desk.maximise(view);
        assertEquals(List.of(view), desk.visible());
        desk.maximise(view);
        assertEquals(12, desk.visible().size());
        assertSame(view, desk.visible().get(7));
    }
}
