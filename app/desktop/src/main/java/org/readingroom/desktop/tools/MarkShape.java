package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.geometry.Vec3;

/// A mark as it lies on the screen of one view: its outline and its handles.
///
/// `outline` is a chain of points; `isClosed` joins the last to the first.
record MarkShape(Annotation annotation, List<ScreenPoint> outline, boolean isClosed, List<ScreenPoint> handles) {
    /// chosen: an ellipse of 400 px drawn with these has corners below a tenth of a pixel.
    private static final int ELLIPSE_POINTS = 96;

    static MarkShape of(Annotation annotation, MarkSpace space) {
        List<ScreenPoint> handles = annotation.handles().stream()
                .map(p -> space.toScreen(annotation.placement(), p))
                .toList();
        if (!(annotation instanceof Annotation.Ellipse ellipse)) {
            return new MarkShape(annotation, handles, false, handles);
        }
        List<ScreenPoint> outline = new ArrayList<>();
        for (int i = 0; i < ELLIPSE_POINTS; i++) {
            double t = 2 * Math.PI * i / ELLIPSE_POINTS;
            Vec3 p = ellipse.center()
                    .plus(ellipse.halfAxisA().times(Math.cos(t)))
                    .plus(ellipse.halfAxisB().times(Math.sin(t)));
            outline.add(space.toScreen(ellipse.placement(), p));
        }
        return new MarkShape(annotation, outline, true, handles);
    }

    /// How far a point is from the outline.
    double distanceTo(ScreenPoint at) {
        double least = Double.POSITIVE_INFINITY;
        int segments = isClosed ? outline.size() : outline.size() - 1;
        for (int i = 0; i < segments; i++) {
            least = Math.min(least, at.distanceTo(outline.get(i), outline.get((i + 1) % outline.size())));
        }
        return least;
    }

    /// True inside a closed outline (even-odd rule).
    boolean encloses(ScreenPoint at) {
        boolean inside = false;
        for (int i = 0, j = outline.size() - 1; isClosed && i < outline.size(); j = i++) {
            ScreenPoint a = outline.get(i);
            ScreenPoint b = outline.get(j);
            if (a.y() > at.y() != b.y() > at.y()
                    && at.x() < (b.x() - a.x()) * (at.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
