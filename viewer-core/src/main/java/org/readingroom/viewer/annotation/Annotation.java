package org.readingroom.viewer.annotation;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A mark on the images. Immutable; a change makes a new one with the same id.
///
/// **Space:** points and vectors are in the space of `placement`: patient millimetres or pixels of a frame.
public sealed interface Annotation {
    AnnotationId id();

    Placement placement();

    /// The reader's own words, or empty.
    String label();

    /// The points that can be grabbed and dragged, in a fixed order.
    List<Vec3> handles();

    /// A straight distance.
    record Length(AnnotationId id, Placement placement, Vec3 start, Vec3 end, String label) implements Annotation {
        @Override
        public List<Vec3> handles() {
            return List.of(start, end);
        }
    }

    /// The angle at `vertex` between the arms to `first` and `second`.
    record Angle(AnnotationId id, Placement placement, Vec3 first, Vec3 vertex, Vec3 second, String label)
            implements Annotation {
        @Override
        public List<Vec3> handles() {
            return List.of(first, vertex, second);
        }
    }

    /// An ellipse of any rotation: its centre and two half axes as vectors in the plane.
    ///
    /// The half axes are perpendicular in true millimetres; either may be the longer.
    ///
    /// **Order:** handles are centre + a, centre + b, centre - a, centre - b.
    record Ellipse(AnnotationId id, Placement placement, Vec3 center, Vec3 halfAxisA, Vec3 halfAxisB, String label)
            implements Annotation {
        @Override
        public List<Vec3> handles() {
            return List.of(
                    center.plus(halfAxisA), center.plus(halfAxisB), center.minus(halfAxisA), center.minus(halfAxisB));
        }
    }
}
