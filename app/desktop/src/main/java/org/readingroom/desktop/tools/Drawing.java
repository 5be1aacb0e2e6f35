package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.FigureKind.Drawn;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// A mark under way: `fixed` points are set, the next one follows the pointer.
record Drawing(
        ToolKind kind, AnnotationId id, Placement placement, MarkSpace space, List<Vec3> fixed, ScreenPoint pressed) {
    Drawing with(List<Vec3> points, ScreenPoint at) {
        return new Drawing(kind, id, placement, space, List.copyOf(points), at);
    }

    /// The points set and one more.
    List<Vec3> and(Vec3 point) {
        List<Vec3> points = new ArrayList<>(fixed);
        points.add(point);
        return List.copyOf(points);
    }

    /// True when a double click or Enter would end it.
    boolean canEnd() {
        return kind.drawn() == Drawn.PATH && fixed.size() >= kind.points();
    }

    /// True when it ends without being asked.
    boolean isComplete() {
        return fixed.size() >= (kind.drawn() == Drawn.PATH ? kind.mostPoints() : kind.points());
    }

    boolean isClosed() {
        return kind.figure()
                .filter(f -> f.outline() == FigureKind.Outline.CLOSED)
                .isPresent();
    }

    /// True while `now` shows the place where it was begun.
    boolean isOn(MarkSpace now) {
        return now.placement().filter(placement::equals).isPresent();
    }
}
