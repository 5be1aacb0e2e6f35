package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.viewport.PlaneKind;

/// Figures with a meaning of their own, drawn by hand: what the hand gives and the numbers it sees. A pixel
/// of the screen is a fifth of a millimetre.
class OrderedFiguresTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final Hand hand = new Hand(desk);
    private final FakeView stack = desk.slice0to9(4);

    private void draw(ToolKind tool, FakeView view, double... xy) {
        desk.marks.toolProperty().set(tool);
        for (int i = 0; i < xy.length; i += 2) {
            hand.click(view, xy[i], xy[i + 1]);
        }
        desk.marks.toolProperty().set(null);
    }

    private Measured last() {
        return desk.marks.measured(desk.marks.annotations().getLast());
    }

    private double number(Quantity quantity) {
        return last().of(quantity).orElseThrow().value();
    }

    // [utest->req~annotation.cobb~1]
    @Test
    void theNumbersAreTheSameOnTheStackAndOnAReformatOfItsPlane() {
        FakeView axial = axial();
        for (FakeView view : List.of(stack, axial)) {
            draw(ToolKind.COBB, view, 100, 100, 200, 100, 100, 200, 180, 260);
            assertEquals(Math.toDegrees(Math.atan2(3, 4)), number(Quantity.COBB_ANGLE), 1e-6);
            takeBack();
            draw(ToolKind.BIDIRECTIONAL, view, 60, 320, 160, 320, 110, 300, 115, 350);
            assertEquals(20, number(Quantity.LONG_AXIS), 1e-9);
            assertEquals(10, number(Quantity.SHORT_AXIS), 1e-9);
            takeBack();
            draw(ToolKind.CENTRE_LINE, view, 250, 20, 250, 380, 285, 200);
            assertEquals(7, number(Quantity.MIDLINE_DISTANCE), 1e-9);
            takeBack();
            draw(ToolKind.CARDIOTHORACIC, view, 200, 10, 200, 390, 150, 220, 275, 240, 80, 300, 330, 310);
            assertEquals(0.5, number(Quantity.CARDIOTHORACIC_RATIO), 1e-9);
            assertEquals(25, number(Quantity.CARDIAC_WIDTH), 1e-9);
            takeBack();
            draw(ToolKind.LEG_AXIS, view, 120, 20, 100, 200, 120, 380, 300, 20, 300, 200, 300, 380);
            assertEquals(4, number(Quantity.RIGHT_AXIS_DEVIATION), 1e-9);
            assertEquals(0, number(Quantity.LEFT_AXIS_DEVIATION), 1e-9);
            assertEquals(180, number(Quantity.LEFT_HIP_KNEE_ANKLE_ANGLE), 1e-6);
            takeBack();
        }
    }

    private void takeBack() {
        assertEquals(1, desk.marks.annotations().size());
        desk.marks.undo();
        assertEquals(List.of(), desk.marks.annotations(), "each is one step");
    }

    private FakeView axial() {
        for (int i = 0; i < FakeDesk.SLICES; i++) {
            FakeView axial = FakeView.cut(desk, PlaneKind.AXIAL, i);
            if (Math.abs(axial.viewPlane().centre().z() - 108) < 1e-6) {
                return axial;
            }
        }
        throw new AssertionError("no cut through the slice");
    }

    // [utest->req~annotation.bidirectional~1]
    @Test
    void theShortAxisIsSeenWhileItIsDrawnAndEachEndIsDragged() {
        draw(ToolKind.BIDIRECTIONAL, stack, 100, 200, 200, 200);
        desk.marks.toolProperty().set(ToolKind.BIDIRECTIONAL);
        hand.follow(stack, 150, 180);
        assertEquals(8, number(Quantity.SHORT_AXIS), 1e-9, "as far on the other side, before that is set");
        hand.click(stack, 150, 180);
        hand.follow(stack, 170, 230);
        assertEquals(10, number(Quantity.SHORT_AXIS), 1e-9, "at a right angle wherever the pointer is");
        hand.click(stack, 170, 230);
        assertFalse(hand.gestures.isActive());
        hand.drag(stack, 150, 230, 120, 260);
        assertEquals(16, number(Quantity.SHORT_AXIS), 1e-9);
        hand.drag(stack, 200, 200, 100, 300);
        assertEquals(20, number(Quantity.LONG_AXIS), 1e-9);
        assertEquals(16, number(Quantity.SHORT_AXIS), 1e-9, "it turns with the long one");
    }

    // [utest->req~annotation.leg~1]
    @Test
    void oneLegEndsWithEnter() {
        draw(ToolKind.LEG_AXIS, stack, 120, 20, 100, 200, 120, 380);
        assertTrue(hand.gestures.finish());
        assertEquals(4, number(Quantity.AXIS_DEVIATION), 1e-9);
    }

    // [utest->req~tools.prompts~1]
    @Test
    void everyPointOfAnOrderedToolIsAskedForInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Messages words = Messages.of(locale);
            for (ToolKind tool : ToolKind.values()) {
                for (int set = 0; set < tool.mostPoints(); set++) {
                    Optional<String> key = ToolPrompt.of(tool, set);
                    key.ifPresent(k ->
                            assertFalse(words.get(k).isBlank() || words.get(k).equals(k), k));
                    assertEquals(ToolPrompt.of(tool, 0).isPresent(), key.isPresent());
                }
            }
        }
        assertEquals(Optional.empty(), ToolPrompt.of(null, 0));
    }

    // [utest->req~tools.label-text~1]
    @Test
    void everyNumberOfAFigureIsNamedInItsLabel() {
        draw(ToolKind.CARDIOTHORACIC, stack, 200, 10, 200, 390, 150, 220, 275, 240, 80, 300, 330, 310);
        Annotation drawn = desk.marks.annotations().getLast();
        assertEquals(
                List.of("CTR 0.50", "Heart 25.0 mm", "Chest 50.0 mm"),
                new MarkText(Messages.of(Locale.ENGLISH)).lines(drawn, last()));
        draw(ToolKind.LEG_AXIS, stack, 120, 20, 100, 200, 120, 380, 300, 20, 300, 200, 300, 380);
        assertEquals(
                "右 HKA 167.3°",
                new MarkText(Messages.of(Locale.SIMPLIFIED_CHINESE))
                        .lines(desk.marks.annotations().getLast(), last())
                        .getFirst());
    }
}
