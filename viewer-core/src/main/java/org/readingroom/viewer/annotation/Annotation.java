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

    /// True when its numbers are made of pixel values, not of places alone.
    default boolean measuresValues() {
        return false;
    }

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

        @Override
        public boolean measuresValues() {
            return true;
        }
    }

    /// Every other mark: a kind and its points, whose order [FigureKind] says.
    ///
    /// **Range:** as many points as the kind allows.
    record Figure(AnnotationId id, Placement placement, FigureKind kind, List<Vec3> points, String label)
            implements Annotation {
        public Figure {
            points = List.copyOf(points);
            if (points.size() < kind.minPoints() || points.size() > kind.maxPoints()) {
                throw new IllegalArgumentException(points.size() + " points make no " + kind);
            }
        }

        public Figure withPoints(List<Vec3> others) {
            return new Figure(id, placement, kind, others, label);
        }

        @Override
        public List<Vec3> handles() {
            return FigureHandles.of(this);
        }

        @Override
        public boolean measuresValues() {
            return kind.measuresValues();
        }
    }

    /// A line whose true length somebody knows: it tells the size of a pixel of its frame, or of its series.
    ///
    /// **Units:** `lengthMm` is greater than zero and finite.
    record Calibration(
            AnnotationId id,
            Placement.OnFrame placement,
            Vec3 start,
            Vec3 end,
            double lengthMm,
            Scope scope,
            String label)
            implements Annotation {
        /// What a calibration holds for.
        public enum Scope {
            FRAME,
            SERIES
        }

        public Calibration {
            if (!(lengthMm > 0) || Double.isInfinite(lengthMm)) {
                throw new IllegalArgumentException("a known length of " + lengthMm + " mm");
            }
        }

        @Override
        public List<Vec3> handles() {
            return List.of(start, end);
        }
    }
}
