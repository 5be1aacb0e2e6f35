package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewTransform;

/// Where another plane cuts a view: the points with `a·x + b·y + c = 0`.
///
/// **Space:** logical pixels of the view. **Units:** `a`, `b` have length one together, so that the left side is
/// a distance.
record ScreenLine(double a, double b, double c) {
    /// chosen: planes closer than this to parallel have no line worth drawing (sine of 3 degrees).
    private static final double PARALLEL = 0.05;

    record Ends(double x1, double y1, double x2, double y2) {}

    /// `offsetMm` shifts the plane along its normal, for the faces of a slab.
    static Optional<ScreenLine> of(ViewTransform view, ViewPlane other, double offsetMm) {
        AffineMap map = view.screenToWorld();
        Vec3 normal = other.normal();
        double a = normal.dot(map.x());
        double b = normal.dot(map.y());
        double length = Math.hypot(a, b);
        if (length < PARALLEL * map.x().length()) {
            return Optional.empty();
        }
        double c = normal.dot(map.origin().minus(other.centre())) - offsetMm;
        return Optional.of(new ScreenLine(a / length, b / length, c / length));
    }

    double distance(double x, double y) {
        return Math.abs(a * x + b * y + c);
    }

    /// The part within a view of the given size; nothing when the line misses it.
    Optional<Ends> within(double width, double height) {
        List<double[]> ends = new ArrayList<>();
        if (Math.abs(b) > 1e-9) {
            add(ends, 0, -c / b, width, height);
            add(ends, width, -(a * width + c) / b, width, height);
        }
        if (Math.abs(a) > 1e-9) {
            add(ends, -c / a, 0, width, height);
            add(ends, -(b * height + c) / a, height, width, height);
        }
        double longest = 0;
        Ends found = null;
        for (double[] p : ends) {
            for (double[] q : ends) {
                double length = Math.hypot(p[0] - q[0], p[1] - q[1]);
                if (length > longest) {
                    longest = length;
                    found = new Ends(p[0], p[1], q[0], q[1]);
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static void add(List<double[]> ends, double x, double y, double width, double height) {
        if (x >= -1e-6 && y >= -1e-6 && x <= width + 1e-6 && y <= height + 1e-6) {
            ends.add(new double[] {x, y});
        }
    }
}
