package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.ValueHistogram;
import org.readingroom.viewer.display.ValueUnit;

// [utest->req~tools.values~1]
class PanelPlaceTest {
    @Test
    void aPanelIsInTheViewAndClearOfItsMarkAndLabelWhereThereIsRoom() {
        Random random = new Random(11);
        FakeDesk desk = FakeDesk.placed();
        FakeView view = desk.slice0to9(4);
        Hand hand = new Hand(desk);
        for (int i = 0; i < 200; i++) {
            desk.marks.toolProperty().set(ToolKind.RECTANGLE);
            double x = 20 + 300 * random.nextDouble();
            double y = 20 + 300 * random.nextDouble();
            hand.drag(view, x, y, x + 15 + 40 * random.nextDouble(), y + 15 + 40 * random.nextDouble());
            MarkScene.Item item = desk.scene(view).items().getFirst();
            LabelBox box = PanelPlace.beside(item, 90, 60, 400, 400);
            assertTrue(box.isWithin(400, 400), i + " " + box);
            assertFalse(item.shape().isTouchedBy(box, 2), "mark " + i + " " + box);
            assertFalse(box.overlaps(item.label()), "label " + i);
            desk.marks.delete(desk.marks.annotations().getFirst().id());
        }
    }

    @Test
    void whatIsToldOfTheValuesHasItsUnits() {
        ValueHistogram histogram = new ValueHistogram(List.of(2, 1), -5, 40, 3, 20.04, 25, 60.12, ValueUnit.HOUNSFIELD);
        assertEquals(
                List.of("3 values · mean 20.0 HU", "median 25.0 HU · sum 60.1 HU"),
                ValuesPanel.lines(histogram, Messages.of(Locale.ENGLISH)));
    }
}
