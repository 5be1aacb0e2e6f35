package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.FigureShapes;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// Makes the mark of the points that a hand has given so far, the last under the pointer.
// [impl->req~tools.draw~1]
final class MarkMaker {
    private MarkMaker() {}

    /// `given` are points of the placement; those still missing lie where the last one does. With `isRound`
    /// what is drawn by a drag is as high as it is wide on the screen.
    static Annotation make(
            ToolKind kind, AnnotationId id, Placement placement, List<Vec3> given, MarkSpace space, boolean isRound) {
        List<Vec3> points = new ArrayList<>(given);
        while (points.size() < kind.points()) {
            points.add(points.getLast());
        }
        return switch (kind) {
            case LENGTH, CALIBRATION -> new Annotation.Length(id, placement, points.get(0), points.get(1), "");
            case ANGLE -> new Annotation.Angle(id, placement, points.get(0), points.get(1), points.get(2), "");
            case ELLIPSE -> {
                DragBox box = DragBox.of(placement, points, space, isRound);
                yield new Annotation.Ellipse(id, placement, box.centre(), box.halfRight(), box.halfDown(), "");
            }
            default -> {
                FigureKind figure = kind.figure().orElseThrow();
                yield new Annotation.Figure(
                        id, placement, figure, figurePoints(figure, placement, points, space, isRound), "");
            }
        };
    }

    private static List<Vec3> figurePoints(
            FigureKind figure, Placement placement, List<Vec3> points, MarkSpace space, boolean isRound) {
        return switch (figure) {
            case RECTANGLE -> DragBox.of(placement, points, space, isRound).corners();
            case CIRCLE -> {
                DragBox box = DragBox.of(placement, points, space, true);
                yield List.of(
                        box.centre(),
                        box.centre().plus(box.halfRight()),
                        box.centre().plus(box.halfDown()));
            }
            default -> FigureShapes.of(figure, points, placement instanceof Placement.OnFrame ? space.aspect() : 1);
        };
    }
}
