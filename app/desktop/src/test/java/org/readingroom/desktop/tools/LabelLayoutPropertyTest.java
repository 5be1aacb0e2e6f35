package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;

class LabelLayoutPropertyTest {
    // [utest->req~tools.label-clear-of-mark~1]
    @Test
    void aLabelNeverLiesOverItsMark() {
        long seed = Long.getLong("readingroom.seed", System.nanoTime());
        Random random = new Random(seed);
        FakeDesk desk = FakeDesk.placed();
        FakeView view = desk.slice0to9(4);
        Hand hand = new Hand(desk);
        for (int i = 0; i < 300; i++) {
            desk.marks.toolProperty().set(ToolKind.values()[random.nextInt(2) * 2]);
            hand.drag(view, random.nextInt(400), random.nextInt(400), random.nextInt(400), random.nextInt(400));
            List<Annotation> all = desk.marks.annotations();
            if (all.isEmpty()) {
                continue;
            }
            MarkShape shape = MarkShape.of(all.getLast(), view.space());
            LabelBox box = LabelLayout.place(shape, 90, 80, 400, 400, new ArrayList<>());
            List<ScreenPoint> outline = shape.outline();
            for (int k = 0; k + 1 < outline.size(); k++) {
                assertFalse(box.touches(outline.get(k), outline.get(k + 1), 1), "seed " + seed + ", mark " + i);
            }
            assertFalse(shape.encloses(box.centre()), "seed " + seed + ", mark " + i);
            assertTrue(box.isWithin(400, 400) || !fitsSomewhere(shape), "seed " + seed + ", mark " + i + " " + box);
            desk.marks.delete(all.getLast().id());
        }
    }

    /// True when a corner of the view is free: then the label had a place inside.
    private static boolean fitsSomewhere(MarkShape shape) {
        return shape.outline().stream().allMatch(p -> p.x() > 110 && p.x() < 290 && p.y() > 110 && p.y() < 290);
    }
}
