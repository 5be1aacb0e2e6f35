package org.readingroom.desktop.tools;

import java.util.List;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.FigureKind.Drawn;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// What a hand is doing to the marks between a press and the end of it.
sealed interface Gesture {
    /// `fixed` points are set; the next one follows the pointer.
    record Drawing(
            ToolKind kind, AnnotationId id, Placement placement, MarkSpace space, List<Vec3> fixed, ScreenPoint pressed)
            implements Gesture {
        Drawing with(List<Vec3> points, ScreenPoint at) {
            return new Drawing(kind, id, placement, space, List.copyOf(points), at);
        }

        /// True when a double click or Enter would end it.
        boolean canEnd() {
            return kind.drawn() == Drawn.PATH && fixed.size() >= kind.points();
        }

        boolean isClosed() {
            return kind.figure()
                    .filter(f -> f.outline() == FigureKind.Outline.CLOSED)
                    .isPresent();
        }
    }

    /// `slip` is how far the press missed the handle, so that it does not jump.
    record Handle(Annotation before, int index, ScreenPoint slip) implements Gesture {}

    record Whole(Annotation before, Vec3 grabbed) implements Gesture {}

    record Label(AnnotationId id, LabelOffset before, ScreenPoint pressed) implements Gesture {}
}
