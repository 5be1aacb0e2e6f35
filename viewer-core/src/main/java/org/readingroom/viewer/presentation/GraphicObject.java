package org.readingroom.viewer.presentation;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A shape of a graphic layer.
///
/// **Space:** by `units`: PIXEL has (0, 0) at the outer corner of the first pixel, so that its centre is (0.5, 0.5);
/// DISPLAY has (0, 0) and (1, 1) at the corners of the displayed area. `z` is zero.
/// **Source:** DICOM PS3.3 section C.10.5.
public record GraphicObject(Kind kind, Units units, List<Vec3> points, boolean isFilled) {
    public enum Kind {
        POINT,
        POLYLINE,
        /// A smooth curve through the points.
        INTERPOLATED,
        /// Centre, then a point of the edge.
        CIRCLE,
        /// The ends of the major axis, then those of the minor.
        ELLIPSE
    }

    public enum Units {
        PIXEL,
        DISPLAY
    }

    public GraphicObject {
        points = List.copyOf(points);
    }
}
