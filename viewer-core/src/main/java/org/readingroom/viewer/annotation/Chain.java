package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// Points joined by straight lines; `isClosed` joins the last to the first.
///
/// **Space:** that of the annotation's placement.
public record Chain(List<Vec3> points, boolean isClosed) {
    public Chain {
        points = List.copyOf(points);
    }
}
