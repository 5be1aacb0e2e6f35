package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Figures drawn by clicks: how they end, and how points are taken off again.
class PathGesturesTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final Hand hand = new Hand(desk);
    private final FakeView view = desk.slice0to9(4);

    private void threeClicks() {
        desk.marks.toolProperty().set(ToolKind.POLYLINE);
        hand.click(view, 100, 100);
        hand.click(view, 130, 140);
        hand.click(view, 130, 190);
    }

    private double length() {
        return desk.marks
                .measured(desk.marks.annotations().getFirst())
                .of(Quantity.PATH_LENGTH)
                .orElseThrow()
                .value();
    }

    // [utest->req~tools.paths~1]
    @Test
    void aDoubleClickEndsAPath() {
        threeClicks();
        hand.follow(view, 300, 300);
        assertTrue(hand.gestures.isDrawing());
        assertTrue(desk.saves.isEmpty());
        hand.click(view, 190, 190);
        hand.click(view, 190, 190);
        assertFalse(hand.gestures.isActive());
        // 50, 50 and 60 pixels of a fifth of a millimetre
        assertEquals(10 + 10 + 12, length(), 1e-9);
        assertEquals(4, desk.marks.annotations().getFirst().handles().size());
        assertEquals(1, desk.saves.size());
        desk.marks.undo();
        assertEquals(List.of(), desk.marks.annotations(), "one step of undo");
    }

    @Test
    void enterEndsAPathWhereItsLastPointIsSet() {
        threeClicks();
        hand.follow(view, 300, 300);
        assertTrue(hand.gestures.finish());
        assertEquals(20, length(), 1e-9);
        assertFalse(hand.gestures.finish(), "nothing is left to end");
    }

    @Test
    void enterDoesNotEndWhatHasTooFewPoints() {
        desk.marks.toolProperty().set(ToolKind.POLYLINE);
        hand.click(view, 100, 100);
        assertFalse(hand.gestures.finish());
        assertTrue(hand.gestures.isDrawing());
    }

    @Test
    void backspaceTakesTheLastPointOff() {
        threeClicks();
        assertTrue(hand.gestures.takeBack());
        hand.follow(view, 160, 180);
        assertTrue(hand.gestures.finish());
        assertEquals(10, length(), 1e-9);
        assertFalse(hand.gestures.takeBack(), "a finished mark loses nothing");
        assertEquals(1, desk.marks.annotations().size());
    }

    @Test
    void backspaceOnTheFirstPointDropsTheMark() {
        threeClicks();
        assertTrue(hand.gestures.takeBack());
        assertTrue(hand.gestures.takeBack());
        assertTrue(hand.gestures.takeBack());
        assertFalse(hand.gestures.isActive());
        assertEquals(List.of(), desk.marks.annotations());
    }

    @Test
    void escapeDropsAPathWhole() {
        threeClicks();
        assertTrue(hand.gestures.cancel());
        assertEquals(List.of(), desk.marks.annotations());
        assertTrue(desk.saves.isEmpty());
    }

    // [utest->req~tools.draw~1]
    @Test
    void aRectangleFillsItsDrag() {
        desk.marks.toolProperty().set(ToolKind.RECTANGLE);
        hand.drag(view, 250, 240, 150, 160);
        Annotation.Figure drawn = assertInstanceOf(
                Annotation.Figure.class, desk.marks.annotations().getFirst());
        List<ScreenPoint> corners = MarkShape.of(drawn, view.space()).handles();
        assertEquals(new ScreenPoint(150, 160), rounded(corners.get(0)));
        assertEquals(new ScreenPoint(250, 240), rounded(corners.get(2)));
        assertEquals(
                20 * 16,
                desk.marks.measured(drawn).of(Quantity.AREA).orElseThrow().value(),
                1e-9);
    }

    private static ScreenPoint rounded(ScreenPoint p) {
        return new ScreenPoint(Math.rint(p.x() * 1e6) / 1e6, Math.rint(p.y() * 1e6) / 1e6);
    }
}
