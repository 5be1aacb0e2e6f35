package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationMoves;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Figures drawn by a drag, a press or a stroke.
// [utest->req~tools.draw~1]
class FigureGesturesTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final Hand hand = new Hand(desk);
    private final FakeView view = desk.slice0to9(4);

    private Annotation.Figure only() {
        return assertInstanceOf(
                Annotation.Figure.class, desk.marks.annotations().getFirst());
    }

    private double value(Quantity quantity) {
        return desk.marks.measured(only()).of(quantity).orElseThrow().value();
    }

    @Test
    void aCircleIsAsWideAsTheLongerSideOfItsDrag() {
        desk.marks.toolProperty().set(ToolKind.CIRCLE);
        hand.drag(view, 150, 160, 250, 190);
        // 100 pixels at 5 a millimetre: a radius of 10 mm
        assertEquals(Math.PI * 100, value(Quantity.AREA), 1e-9);
        assertEquals(20 * Math.PI, value(Quantity.PERIMETER), 1e-9);
    }

    @Test
    void aProbeIsOnePressAndReadsTheValueThere() {
        desk.marks.toolProperty().set(ToolKind.PROBE);
        // the middle of the view is the middle of the image: column 49.5 and 0.8 mm of four pixels, row 49.5
        hand.click(view, 203, 201.5);
        assertFalse(hand.gestures.isActive());
        int column = (int) Math.floor(49.5 + 3 / 4.0 + 0.5);
        int row = (int) Math.floor(49.5 + 1.5 / 2.5 + 0.5);
        assertEquals(column + 2 * row + 40 - 100, value(Quantity.VALUE));
        assertEquals(1, desk.saves.size());
        assertEquals(
                List.of(MarkText.withUnit(new Measurement(Quantity.VALUE, column + 2 * row - 60, "[hnsf'U]"))),
                desk.scene(view).items().getFirst().lines());
    }

    @Test
    void aStrokeClosesItselfWhenTheButtonIsLetGo() {
        desk.marks.toolProperty().set(ToolKind.FREEHAND);
        hand.press(view, 250, 200);
        for (int i = 1; i < 180; i++) {
            double t = 2 * Math.PI * i / 180;
            hand.follow(view, 200 + 50 * Math.cos(t), 200 + 50 * Math.sin(t));
        }
        assertTrue(hand.gestures.isDrawing());
        hand.release(view, 250, 199);
        assertFalse(hand.gestures.isActive());
        // a circle of 10 mm drawn in steps of at least two pixels: its corners are within half a percent
        assertEquals(Math.PI * 100, value(Quantity.AREA), 1.6);
        assertEquals(8, only().handles().size());
        desk.marks.undo();
        assertEquals(List.of(), desk.marks.annotations());
    }

    @Test
    void aStrokeOfNothingLeavesNoMark() {
        desk.marks.toolProperty().set(ToolKind.FREEHAND);
        hand.click(view, 200, 200);
        assertFalse(hand.gestures.isActive());
        assertEquals(List.of(), desk.marks.annotations());
        assertTrue(desk.saves.isEmpty());
    }

    @Test
    void anArrowHasNoNumbers() {
        desk.marks.toolProperty().set(ToolKind.ARROW);
        hand.drag(view, 150, 160, 250, 190);
        assertEquals(List.of(), desk.marks.measured(only()).measurements());
        ScreenPoint tip = MarkShape.of(only(), view.space()).handles().getFirst();
        assertEquals(150, tip.x(), 1e-9, "it points to where the drag began");
    }

    // [utest->req~tools.words~1]
    @Test
    void aTextIsStoredOnlyWithItsWordsAndInOneStep() {
        desk.marks.toolProperty().set(ToolKind.TEXT);
        hand.click(view, 200, 200);
        assertEquals(List.of(), desk.marks.annotations(), "nothing is there before its words are");
        Annotation drawn = hand.gestures.takeUnworded().orElseThrow();
        assertTrue(hand.gestures.takeUnworded().isEmpty(), "asked for once");
        desk.marks.edit(new AnnotationEdit.Add(AnnotationMoves.labelled(drawn, "见此处 here")));
        assertEquals(List.of("见此处 here"), desk.scene(view).items().getFirst().lines());
        desk.marks.undo();
        assertEquals(List.of(), desk.marks.annotations());
        assertFalse(desk.marks.canUndo());
    }
}
