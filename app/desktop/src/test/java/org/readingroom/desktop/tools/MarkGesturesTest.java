package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.viewport.ViewPresentation;

class MarkGesturesTest extends MarkHands {
    // [utest->req~tools.draw~1]
    @Test
    void aDraggedLengthIsTheDistanceOnTheScreenInMillimetres() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 150, 160, 230);
        // 60 and 80 pixels make 100, at 5 pixels a millimetre
        assertEquals(20, value(Quantity.LENGTH), 1e-9);
        assertEquals("mm", only().ucum());
        assertEquals(ToolKind.LENGTH, desk.marks.toolProperty().get(), "the tool stays in hand");
        assertEquals(1, desk.saves.size());
    }

    @Test
    void twoClicksDrawTheSameLengthAsADrag() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.click(view, 100, 150);
        hand.follow(view, 130, 190);
        assertEquals(10, value(Quantity.LENGTH), 1e-9, "the number lives while drawing");
        assertTrue(desk.saves.isEmpty(), "nothing unfinished is stored");
        hand.click(view, 160, 230);
        assertEquals(20, value(Quantity.LENGTH), 1e-9);
        assertEquals(1, desk.saves.size());
    }

    @Test
    void lengthIsSameUnderEveryZoomTurnAndFlip() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 150, 160, 230);
        Annotation drawn = desk.marks.annotations().getFirst();
        ViewPresentation[] looks = {
            ViewPresentation.FIT.withZoom(3.7),
            ViewPresentation.FIT.turned(90).mirroredHorizontally(),
            new ViewPresentation(2, 5, -3, 37, true)
        };
        for (ViewPresentation look : looks) {
            MarkShape shape = MarkShape.of(drawn, view.looking(look).space());
            double pixels = shape.handles().get(0).distanceTo(shape.handles().get(1));
            double perPixel = view.looking(look).transform().worldUnitsPerPixel();
            assertEquals(20, pixels * perPixel, 1e-9, look.toString());
        }
    }

    @Test
    void anAngleIsADragAndAClick() {
        desk.marks.toolProperty().set(ToolKind.ANGLE);
        hand.drag(view, 100, 200, 200, 200);
        hand.follow(view, 200, 150);
        assertEquals(90, value(Quantity.ANGLE), 1e-9);
        hand.click(view, 270, 130);
        assertFalse(hand.gestures.isActive());
        assertEquals(180 - 45, value(Quantity.ANGLE), 1e-9);
        assertEquals(1, desk.saves.size());
    }

    @Test
    void anEllipseFillsItsDragAndMeasuresTheValuesInside() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        hand.drag(view, 150, 160, 250, 240);
        // half axes 50 and 40 pixels: 10 and 8 mm
        assertEquals(Math.PI * 10 * 8, value(Quantity.AREA), 1e-9);
        Annotation.Ellipse ellipse = assertInstanceOf(
                Annotation.Ellipse.class, desk.marks.annotations().getFirst());
        // counted here by hand, over all pixels of slice 4
        double sum = 0;
        int count = 0;
        for (int row = 0; row < 100; row++) {
            for (int column = 0; column < 100; column++) {
                double u = (-40 + 0.8 * column - ellipse.center().x()) / 10;
                double v = (-25 + 0.5 * row - ellipse.center().y()) / 8;
                if (u * u + v * v <= 1 + 1e-9) {
                    sum += column + 2 * row + 40 - 100;
                    count++;
                }
            }
        }
        assertEquals(count, value(Quantity.COUNT));
        assertEquals(sum / count, value(Quantity.MEAN), 1e-9);
    }

    // [utest->req~tools.handles~1]
    @Test
    void aHandleIsGrabbedFromEightPixelsAwayAtEveryZoom() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 180, 190, 220, 210);
        desk.marks.toolProperty().set(null);
        for (double zoom : new double[] {0.5, 1, 4, 16}) {
            FakeView zoomed = view.looking(ViewPresentation.FIT.withZoom(zoom));
            Annotation before = desk.marks.annotations().getFirst();
            ScreenPoint end = MarkShape.of(before, zoomed.space()).handles().get(1);
            assertTrue(hand.press(zoomed, end.x() + 8, end.y()), "zoom " + zoom);
            hand.follow(zoomed, end.x() + 18, end.y() + 5);
            hand.release(zoomed, end.x() + 18, end.y() + 5);
            Annotation after = desk.marks.annotations().getFirst();
            ScreenPoint moved = MarkShape.of(after, zoomed.space()).handles().get(1);
            assertEquals(end.x() + 10, moved.x(), 1e-6, "the handle does not jump to the pointer");
            assertEquals(end.y() + 5, moved.y(), 1e-6);
            assertEquals(before.handles().getFirst(), after.handles().getFirst());
        }
    }

    // [utest->req~tools.edit~1]
    @Test
    void aMarkIsDraggedWholeByItsLineAndUndoneInOneStep() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 300, 100);
        desk.marks.toolProperty().set(null);
        Annotation before = desk.marks.annotations().getFirst();
        hand.drag(view, 200, 103, 230, 163);
        Annotation after = desk.marks.annotations().getFirst();
        assertEquals(
                before.handles().getFirst().x() + 6, after.handles().getFirst().x(), 1e-9);
        assertEquals(
                before.handles().getFirst().y() + 12, after.handles().getFirst().y(), 1e-9);
        desk.marks.undo();
        assertEquals(List.of(before), desk.marks.annotations());
        desk.marks.redo();
        assertEquals(List.of(after), desk.marks.annotations());
        desk.marks.undo();
        desk.marks.undo();
        assertEquals(List.of(), desk.marks.annotations());
        desk.tasks.runAll();
        assertEquals(List.of(), desk.saves.getLast().annotations());
    }

    @Test
    void aSelectedMarkIsDeletedAndComesBackByUndo() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 300, 100);
        Annotation drawn = desk.marks.annotations().getFirst();
        assertEquals(drawn.id(), desk.marks.selectedProperty().get());
        desk.marks.delete(drawn.id());
        assertNull(desk.marks.selectedProperty().get());
        assertEquals(List.of(), desk.marks.annotations());
        desk.marks.undo();
        assertEquals(List.of(drawn), desk.marks.annotations());
    }

    @Test
    void withoutAToolAPressBesideEveryMarkIsLeftToTheView() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 300, 100);
        desk.marks.toolProperty().set(null);
        assertFalse(hand.press(view, 200, 300));
        assertNull(desk.marks.selectedProperty().get());
        assertFalse(hand.press(desk.slice0to9(5), 200, 100), "a mark of another slice is not there");
    }

    @Test
    void aClickThatNeverMovedLeavesNoMark() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        hand.click(view, 100, 100);
        hand.click(view, 101, 101);
        assertTrue(hand.gestures.cancel());
        assertEquals(List.of(), desk.marks.annotations());
        assertTrue(desk.saves.isEmpty());
        assertFalse(desk.marks.canUndo());
    }

    @Test
    void aSignedStudyCanBeLookedAtAndNotChanged() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 300, 100);
        List<Annotation> before = desk.marks.annotations();
        desk.marks.closeForSignature(FakeDesk.STUDY);
        hand.drag(view, 200, 100, 230, 160);
        hand.drag(view, 50, 300, 90, 300);
        desk.marks.delete(before.getFirst().id());
        desk.marks.undo();
        assertEquals(before, desk.marks.annotations());
        assertNotEquals(0, desk.scene(view).items().size());
    }

    // [utest->req~tools.label-moved~1]
    @Test
    void aLabelStandsWhereItWasMovedToAlsoWhenTheStudyIsOpenedAgain() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 200, 100);
        desk.marks.toolProperty().set(null);
        LabelBox before = label();
        ScreenPoint grabbed = before.centre();
        hand.drag(view, grabbed.x(), grabbed.y(), grabbed.x() + 60, grabbed.y() + 45);
        LabelBox moved = label();
        assertEquals(before.x() + 60, moved.x(), 1e-9);
        assertEquals(before.y() + 45, moved.y(), 1e-9);
        desk.marks.open(FakeDesk.STUDY, () -> false);
        desk.tasks.runAll();
        assertEquals(moved, label());
        assertTrue(desk.scene(view).items().getFirst().isLabelMoved());
    }

    // [utest->req~tools.label-moved~1]
    @Test
    void movingALabelIsOneStepOfUndoAndAClickOnItIsNone() {
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 100, 100, 200, 100);
        desk.marks.toolProperty().set(null);
        LabelBox before = label();
        hand.drag(
                view,
                before.centre().x(),
                before.centre().y(),
                before.centre().x() + 30,
                before.centre().y() + 80);
        LabelBox moved = label();
        hand.press(view, moved.centre().x(), moved.centre().y());
        hand.follow(view, moved.centre().x(), moved.centre().y());
        hand.release(view, moved.centre().x(), moved.centre().y());
        desk.marks.undo();
        assertEquals(before, label());
        assertEquals(1, desk.marks.annotations().size(), "the mark itself stays");
        desk.marks.redo();
        assertEquals(moved, label());
    }
}
