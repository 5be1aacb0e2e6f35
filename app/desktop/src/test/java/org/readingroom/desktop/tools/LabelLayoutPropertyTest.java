package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;

class LabelLayoutPropertyTest {
    private static final List<ToolKind> TOOLS = List.of(ToolKind.LENGTH, ToolKind.ELLIPSE, ToolKind.RECTANGLE);

    private final long seed = Long.getLong("readingroom.seed", 20261130);
    private final Random random = new Random(seed);
    private final FakeDesk desk = FakeDesk.placed();
    private final FakeView view = desk.slice0to9(4);
    private final Hand hand = new Hand(desk);

    // [utest->req~tools.label-clear-of-mark~2]
    @Test
    void aLabelNeverLiesOverItsMark() {
        for (int i = 0; i < 300; i++) {
            draw(400);
            List<Annotation> all = desk.marks.annotations();
            if (all.isEmpty()) {
                continue;
            }
            MarkScene.Item item = desk.scene(view).items().getFirst();
            assertFalse(item.isFolded(), "seed " + seed + ": the newest mark is selected");
            assertFalse(crosses(item.label(), item.shape()), "seed " + seed + ", mark " + i);
            boolean isFree = item.shape().points().stream()
                    .allMatch(p -> p.x() > 130 && p.x() < 270 && p.y() > 110 && p.y() < 290);
            assertTrue(isWithin(item.label()) || !isFree, "seed " + seed + ", mark " + i + " " + item.label());
            desk.marks.delete(all.getLast().id());
        }
    }

    /// Few marks have room each, hundreds have not: whatever is shown keeps clear of all marks and all labels.
    // [utest->req~tools.label-clear-of-mark~2]
    @Test
    void noLabelLiesOverAnyMarkOrAnyOtherLabelHoweverManyThereAre() {
        for (int marks : new int[] {2, 5, 12, 60, 200}) {
            desk.marks.open(FakeDesk.STUDY, () -> false);
            desk.tasks.runAll();
            for (int i = 0; i < marks; i++) {
                draw(50);
            }
            desk.marks.select(null);
            List<MarkScene.Item> items = desk.scene(view).items();
            List<MarkScene.Item> worded = items.stream()
                    .filter(item -> !item.isFolded() && !item.isLabelMoved())
                    .toList();
            for (MarkScene.Item one : worded) {
                String where = "seed " + seed + ", " + marks + " marks, " + one;
                assertTrue(isWithin(one.label()), where);
                for (MarkScene.Item other : items) {
                    assertFalse(crosses(one.label(), other.shape()), where + " over " + other);
                    assertTrue(
                            one == other
                                    || other.isFolded()
                                    || other.isLabelMoved()
                                    || apart(one.label(), other.label()),
                            where);
                }
            }
            assertEquals(
                    items.stream().filter(MarkScene.Item::isFolded).count(),
                    desk.scene(view).folded());
            assertTrue(
                    marks > 2 || items.stream().noneMatch(MarkScene.Item::isFolded),
                    "few marks are all labelled, seed " + seed);
            assertFalse(worded.isEmpty(), "room is used, seed " + seed);
        }
    }

    /// A mark that is pointed at tells its numbers even where there is no room for them.
    @Test
    void aFoldedLabelOpensForItsMark() {
        for (int i = 0; i < 200; i++) {
            draw(50);
        }
        desk.marks.select(null);
        MarkScene.Item folded = desk.scene(view).items().stream()
                .filter(MarkScene.Item::isFolded)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), folded.lines());
        desk.marks.select(folded.shape().annotation().id());
        MarkScene.Item open = desk.scene(view).items().stream()
                .filter(item -> item.shape().annotation().equals(folded.shape().annotation()))
                .findFirst()
                .orElseThrow();
        assertFalse(open.isFolded());
        assertFalse(open.lines().isEmpty());
        assertFalse(crosses(open.label(), open.shape()), "seed " + seed);
    }

    /// A nodule inside an outlined lung has its label beside itself, inside the lung.
    @Test
    void aLabelMayLieInsideAClosedMarkThatItsOwnMarkLiesInside() {
        desk.marks.toolProperty().set(ToolKind.ELLIPSE);
        hand.drag(view, 5, 5, 395, 395);
        desk.marks.toolProperty().set(ToolKind.LENGTH);
        hand.drag(view, 195, 195, 205, 205);
        MarkScene.Item nodule = desk.scene(view).items().get(1);
        assertFalse(nodule.isFolded());
        assertTrue(nodule.label().centre().distanceTo(new ScreenPoint(200, 200)) < 120);
    }

    private void draw(int most) {
        desk.marks.toolProperty().set(TOOLS.get(random.nextInt(TOOLS.size())));
        int x = random.nextInt(400);
        int y = random.nextInt(400);
        hand.drag(
                view,
                x,
                y,
                Math.clamp(x + random.nextInt(2 * most) - most, 0, 399),
                Math.clamp(y + random.nextInt(2 * most) - most, 0, 399));
    }

    /// By brute force and by points, not by the program's own clipping: true when the outline enters the box.
    private static boolean crosses(LabelBox box, MarkShape shape) {
        return shape.chains().stream().anyMatch(chain -> crosses(box, chain));
    }

    private static boolean crosses(LabelBox box, ScreenChain chain) {
        for (int k = 0; k < chain.pieces(); k++) {
            ScreenPoint a = chain.from(k);
            ScreenPoint b = chain.to(k);
            for (int t = 0; t <= 64; t++) {
                double x = a.x() + (b.x() - a.x()) * t / 64;
                double y = a.y() + (b.y() - a.y()) * t / 64;
                if (x > box.x() && x < box.x() + box.width() && y > box.y() && y < box.y() + box.height()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean apart(LabelBox a, LabelBox b) {
        return a.x() + a.width() <= b.x()
                || b.x() + b.width() <= a.x()
                || a.y() + a.height() <= b.y()
                || b.y() + b.height() <= a.y();
    }

    private static boolean isWithin(LabelBox box) {
        return box.x() >= 0 && box.y() >= 0 && box.x() + box.width() <= 400 && box.y() + box.height() <= 400;
    }
}
