package org.readingroom.desktop.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ViewPresentation;

/// On the desk's even ramp every place is as steep as the next: the nearest pixel centre is the edge.
// [utest->req~tools.snap~1]
class EdgeSnapTest {
    private final FakeDesk desk = FakeDesk.placed();
    private final EdgeSnap snap = new EdgeSnap();
    private final Hand hand = new Hand(desk, snap);

    private Annotation drawn(ToolKind tool, FakeView view) {
        desk.marks.toolProperty().set(tool);
        hand.drag(view, 151, 163, 252, 241);
        return desk.marks.annotations().getLast();
    }

    /// How far a point lies from the middle of the pixel that holds it, in pixels.
    private static double off(Vec3 p) {
        double column = (p.x() + 40) / 0.8;
        double row = (p.y() + 25) / 0.5;
        return Math.hypot(column - Math.rint(column), row - Math.rint(row));
    }

    @Test
    void pointsGoToEdgesOnlyWhileThatIsWanted() {
        FakeView view = desk.slice0to9(4);
        assertNotEquals(0, off(drawn(ToolKind.LENGTH, view).handles().getFirst()), 0.05);
        snap.onProperty().set(true);
        hand.press(view, 20, 20);
        hand.gestures.cancel();
        for (Vec3 end : drawn(ToolKind.POLYLINE, desk.slice0to9(5)).handles()) {
            assertEquals(0, off(end), 1e-9);
        }
    }

    @Test
    void aHandleIsDrawnToAnEdgeAtEveryZoom() {
        FakeView view = desk.slice0to9(4);
        Annotation line = drawn(ToolKind.LENGTH, view);
        desk.marks.toolProperty().set(null);
        snap.onProperty().set(true);
        for (double zoom : new double[] {1, 4}) {
            FakeView zoomed = view.looking(ViewPresentation.FIT.withZoom(zoom));
            ScreenPoint end = MarkShape.of(desk.marks.annotations().getFirst(), zoomed.space())
                    .handles()
                    .get(1);
            hand.drag(zoomed, end.x(), end.y(), end.x() + 13, end.y() + 7);
            Vec3 moved = desk.marks.annotations().getFirst().handles().get(1);
            assertEquals(0, off(moved), 1e-9, "zoom " + zoom);
        }
        assertEquals(
                line.handles().getFirst(),
                desk.marks.annotations().getFirst().handles().getFirst());
    }

    @Test
    void whereAValueOrWordsArePutNothingIsDrawnElsewhere() {
        snap.onProperty().set(true);
        FakeView view = desk.slice0to9(4);
        desk.marks.toolProperty().set(ToolKind.PROBE);
        hand.click(view, 151, 163);
        Vec3 probe = desk.marks.annotations().getFirst().handles().getFirst();
        Vec3 there = view.space().toSpace(view.space().placement().orElseThrow(), new ScreenPoint(151, 163));
        assertEquals(0, probe.distanceTo(there), 1e-9);
    }
}
