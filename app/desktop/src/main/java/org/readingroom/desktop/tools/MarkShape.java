package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Outlines;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// A mark as it lies on the screen of one view: its lines and its handles.
record MarkShape(Annotation annotation, List<ScreenChain> chains, List<ScreenPoint> handles) {
    /// chosen: marks of more handles have them on their lines.
    private static final int FEW = 6;

    static MarkShape of(Annotation annotation, MarkSpace space) {
        return new MarkShape(
                annotation,
                Outlines.of(annotation, space.aspect()).stream()
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

    /// The rectangle around lines and handles.
    LabelBox bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (ScreenPoint p : points()) {
            left = Math.min(left, p.x());
            top = Math.min(top, p.y());
            right = Math.max(right, p.x());
            bottom = Math.max(bottom, p.y());
        }
        return new LabelBox(left, top, right - left, bottom - top);
    }

    /// The points of the lines, then the handles.
    List<ScreenPoint> points() {
        List<ScreenPoint> all = new ArrayList<>();
        chains.forEach(chain -> all.addAll(chain.points()));
        all.addAll(handles);
        return all;
    }

    boolean isClosed() {
        return chains.stream().anyMatch(ScreenChain::isClosed);
    }

    /// True when a label at `box` would come closer than `gap` to a line or to a handle.
    boolean isTouchedBy(LabelBox box, double gap) {
        return chains.stream().anyMatch(chain -> chain.isTouchedBy(box, gap))
                // a mark of one point has no line, and a handle may lie off the lines
                || (handles.size() <= FEW && handles.stream().anyMatch(p -> box.touches(p, p, gap)));
    }

    boolean encloses(ScreenPoint at) {
        return chains.stream().anyMatch(chain -> chain.encloses(at));
    }
}
