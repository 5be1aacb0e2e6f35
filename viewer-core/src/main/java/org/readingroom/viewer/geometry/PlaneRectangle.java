package org.readingroom.viewer.geometry;

import java.util.Optional;

/// The part of a plane that an image covers, out to the outer edges of its pixels.
///
/// **Space:** patient, millimetres; `right` and `down` have length one and stand on each other, the halves are
/// lengths from the centre to an edge.
public record PlaneRectangle(Vec3 centre, Vec3 right, Vec3 down, double halfRight, double halfDown) {
    /// chosen: planes closer than this to parallel cross in no line worth drawing (sine of 3 degrees).
    private static final double PARALLEL = 0.05;

    /// From one point to another.
    public record Segment(Vec3 from, Vec3 to) {
        public double length() {
            return from.distanceTo(to);
        }
    }

    public PlaneRectangle {
        if (!(halfRight > 0) || !(halfDown > 0) || !Double.isFinite(halfRight + halfDown)) {
            throw new IllegalArgumentException("an image of " + 2 * halfRight + " x " + 2 * halfDown + " mm");
        }
    }

    /// That of an image of `columns × rows` pixels on a plane.
    public static PlaneRectangle of(ImagePlane plane, int columns, int rows) {
        Vec3 right = plane.rowDirection().unit();
        return new PlaneRectangle(
                plane.toPatient((columns - 1) / 2.0, (rows - 1) / 2.0),
                right,
                plane.normal().cross(right).unit(),
                columns * plane.spacing().columnMm() / 2,
                rows * plane.spacing().rowMm() / 2);
    }

    public Vec3 normal() {
        return right.cross(down);
    }

    /// Where this image and `other` cut each other: the part of the line common to their planes that lies
    /// in both images. Nothing for planes that are parallel, or so nearly that a line would mean nothing,
    /// and for images that miss each other.
    // [impl->req~view.cross-reference~1]
    public Optional<Segment> crossing(PlaneRectangle other) {
        Vec3 n1 = normal();
        Vec3 n2 = other.normal();
        Vec3 across = n1.cross(n2);
        if (across.length() < PARALLEL) {
            return Optional.empty();
        }
        Vec3 along = across.unit();
        // the point of both planes that is closest to the origin
        double h1 = n1.dot(centre);
        double h2 = n2.dot(other.centre());
        double dot = n1.dot(n2);
        double det = 1 - dot * dot;
        Vec3 point = n1.times((h1 - h2 * dot) / det).plus(n2.times((h2 - h1 * dot) / det));
        double[] range = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        clip(range, point, along);
        other.clip(range, point, along);
        return range[0] < range[1]
                ? Optional.of(new Segment(point.plus(along.times(range[0])), point.plus(along.times(range[1]))))
                : Optional.empty();
    }

    private void clip(double[] range, Vec3 point, Vec3 along) {
        clip(range, right.dot(point.minus(centre)), right.dot(along), halfRight);
        clip(range, down.dot(point.minus(centre)), down.dot(along), halfDown);
    }

    /// Keeps of the range what satisfies `|at + t·speed| <= half`.
    private static void clip(double[] range, double at, double speed, double half) {
        if (Math.abs(speed) < 1e-12) {
            if (Math.abs(at) > half) {
                range[1] = Double.NEGATIVE_INFINITY;
            }
            return;
        }
        double one = (-half - at) / speed;
        double two = (half - at) / speed;
        range[0] = Math.max(range[0], Math.min(one, two));
        range[1] = Math.min(range[1], Math.max(one, two));
    }
}
