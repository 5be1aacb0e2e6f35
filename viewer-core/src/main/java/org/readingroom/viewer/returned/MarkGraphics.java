package org.readingroom.viewer.returned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.presentation.GraphicAnnotation;
import org.readingroom.viewer.presentation.GraphicObject;
import org.readingroom.viewer.presentation.TextObject;

/// The marks of one image as graphics and words.
///
/// **Source:** DICOM PS3.3 section C.10.5.
final class MarkGraphics {
    private MarkGraphics() {}

    static GraphicAnnotation of(List<InstanceReference> references, String layer, List<MarkedStates.PlacedMark> marks) {
        List<GraphicObject> graphics = new ArrayList<>();
        List<TextObject> texts = new ArrayList<>();
        for (MarkedStates.PlacedMark one : marks) {
            List<GraphicObject> own =
                    one.place().shapes().stream().map(MarkGraphics::graphic).toList();
            graphics.addAll(own);
            String words = String.join("\n", one.mark().lines()).strip();
            if (!words.isEmpty()) {
                texts.add(new TextObject(
                        words,
                        Optional.empty(),
                        Optional.of(new TextObject.Anchor(GraphicObject.Units.PIXEL, rightmost(own), false))));
            }
        }
        return new GraphicAnnotation(references, layer, graphics, texts);
    }

    /// The first pixel's centre is at (0.5, 0.5).
    private static GraphicObject graphic(MarkShape shape) {
        MarkShape moved = shape.mapped(p -> new Vec3(p.x() + 0.5, p.y() + 0.5, 0));
        return switch (shape.kind()) {
            case POINT -> object(GraphicObject.Kind.POINT, moved.points());
            case LINE -> object(GraphicObject.Kind.POLYLINE, moved.points());
            case POLYGON -> {
                List<Vec3> closed = new ArrayList<>(moved.points());
                closed.add(closed.getFirst());
                yield object(GraphicObject.Kind.POLYLINE, closed);
            }
            case ELLIPSE ->
                object(
                        GraphicObject.Kind.ELLIPSE,
                        MarkShape.axisEnds(
                                moved.points().get(0),
                                moved.points().get(1),
                                moved.points().get(2)));
        };
    }

    private static GraphicObject object(GraphicObject.Kind kind, List<Vec3> points) {
        return new GraphicObject(kind, GraphicObject.Units.PIXEL, points, false);
    }

    /// Words begin where the shape ends.
    private static Vec3 rightmost(List<GraphicObject> graphics) {
        return graphics.stream()
                .flatMap(graphic -> graphic.points().stream())
                .max(Comparator.comparingDouble(Vec3::x))
                .orElseThrow();
    }
}
