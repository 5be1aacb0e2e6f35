package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;

class LabelLayoutPropertyTest {
    private static final List<ToolKind> TOOLS = List.of(ToolKind.LENGTH, ToolKind.ELLIPSE, ToolKind.RECTANGLE);

    // [utest->req~tools.label-clear-of-mark~1]
    @Test
    void aLabelNeverLiesOverItsMark() {
        long seed = Long.getLong("readingroom.seed", System.nanoTime());
        Random random = new Random(seed);
        FakeDesk desk = FakeDesk.placed();
        FakeView view = desk.slice0to9(4);
        Hand hand = new Hand(desk);
        for (int i = 0; i < 300; i++) {
            desk.marks.toolProperty().set(TOOLS.get(random.nextInt(TOOLS.size())));
            hand.drag(view, random.nextInt(400), random.nextInt(400), random.nextInt(400), random.nextInt(400));
            List<Annotation> all = desk.marks.annotations();
            if (all.isEmpty()) {
                continue;
            }
            MarkShape shape = MarkShape.of(all.getLast(), view.space());
            LabelBox box = LabelLayout.place(shape, 90, 80, 400, 400, new ArrayList<>());
            assertFalse(shape.isCoveredBy(box, 1), "seed " + seed + ", mark " + i);
            assertFalse(isAround(shape, box.centre()), "seed " + seed + ", mark " + i);
            assertTrue(box.isWithin(400, 400) || !fitsSomewhere(shape), "seed " + seed + ", mark " + i + " " + box);
            desk.marks.delete(all.getLast().id());
        }
    }

    /// True when a corner of the view is free: then the label had a place inside.
    private static boolean fitsSomewhere(MarkShape shape) {
        return points(shape).stream().allMatch(p -> p.x() > 110 && p.x() < 290 && p.y() > 110 && p.y() < 290);
    }

    private static List<ScreenPoint> points(MarkShape shape) {
        return shape.chains().stream().flatMap(chain -> chain.points().stream()).toList();
    }

    /// By the turns that the closed line makes around the point.
    private static boolean isAround(MarkShape shape, ScreenPoint at) {
        List<ScreenPoint> line = points(shape);
        double turned = 0;
        for (int i = 0; shape.chains().getFirst().isClosed() && i < line.size(); i++) {
            ScreenPoint a = line.get(i);
            ScreenPoint b = line.get((i + 1) % line.size());
            double from = Math.atan2(a.y() - at.y(), a.x() - at.x());
            double to = Math.atan2(b.y() - at.y(), b.x() - at.x());
            turned += Math.IEEEremainder(to - from, 2 * Math.PI);
        }
        return Math.abs(turned) > 1;
    }
}
