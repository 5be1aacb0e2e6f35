package org.readingroom.desktop.tools;

import java.util.List;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Outlines;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// A mark as it lies on the screen of one view: its lines and its handles.
record MarkShape(Annotation annotation, List<ScreenChain> chains, List<ScreenPoint> handles) {
    static MarkShape of(Annotation annotation, MarkSpace space) {
        return new MarkShape(
                annotation,
                Outlines.of(annotation).stream()
                        .map(chain -> new ScreenChain(
                                onScreen(chain.points(), annotation.placement(), space), chain.isClosed()))
                        .toList(),
                onScreen(annotation.handles(), annotation.placement(), space));
    }

    private static List<ScreenPoint> onScreen(List<Vec3> points, Placement placement, MarkSpace space) {
        return points.stream().map(p -> space.toScreen(placement, p)).toList();
    }

    /// How far a point is from the lines.
    double distanceTo(ScreenPoint at) {
        return chains.stream().mapToDouble(chain -> chain.distanceTo(at)).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// True when a label there would hide the mark or what it goes around.
    boolean isCoveredBy(LabelBox box, double gap) {
        return chains.stream().anyMatch(chain -> chain.covers(box, gap));
    }
}
