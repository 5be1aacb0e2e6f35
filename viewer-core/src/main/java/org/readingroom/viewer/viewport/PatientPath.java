package org.readingroom.viewer.viewport;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A smooth curve through points in the patient, walked in equal steps, with a direction across it at every
/// step that turns no more than the curve itself.
///
/// Between the points runs a centripetal Catmull-Rom spline, which makes neither loops nor cusps; the
/// direction is carried along by double reflection.
///
/// **Units:** `stepMm` is the way along the curve between two stations; the last step may be shorter by
/// rounding.
/// **Space:** patient. **Source:** W. Wang et al., Computation of Rotation Minimizing Frames, ACM TOG 27(1),
/// 2008, doi:10.1145/1330511.1330513.
public record PatientPath(List<Station> stations, double stepMm) {
    /// A place on the curve: the way that leads on and a direction across it, both of length one.
    public record Station(Vec3 place, Vec3 tangent, Vec3 across) {}

    /// chosen: finer than any voxel, so that lengths along the curve are true to a thousandth.
    private static final int PIECES_PER_SEGMENT = 64;
    /// chosen: the longest curve worth reading at any step.
    private static final int MOST_STATIONS = 16_384;

    public PatientPath {
        stations = List.copyOf(stations);
    }

    /// The curve through `points`, in stations about `stepMm` apart, the first direction across it as near to
    /// `across` as a right angle lets it.
    ///
    /// **Errors:** [IllegalArgumentException] for fewer than two different points, or a step that is not
    /// positive.
    // [impl->req~view.curved~1]
    public static PatientPath through(List<Vec3> points, double stepMm, Vec3 across) {
        List<Vec3> distinct = new ArrayList<>();
        for (Vec3 point : points) {
            if (distinct.isEmpty() || distinct.getLast().distanceTo(point) > 1e-6) {
                distinct.add(point);
            }
        }
        if (distinct.size() < 2 || !(stepMm > 0)) {
            throw new IllegalArgumentException(distinct.size() + " points, step of " + stepMm + " mm");
        }
        List<Vec3> fine = fine(distinct);
        double[] way = new double[fine.size()];
        for (int i = 1; i < way.length; i++) {
            way[i] = way[i - 1] + fine.get(i).distanceTo(fine.get(i - 1));
        }
        double length = way[way.length - 1];
        int steps = Math.clamp(Math.round(length / stepMm), 1, MOST_STATIONS - 1);
        double step = length / steps;
        List<Vec3> places = new ArrayList<>();
        int below = 0;
        for (int k = 0; k <= steps; k++) {
            double at = Math.min(k * step, length);
            while (below < way.length - 2 && way[below + 1] < at) {
                below++;
            }
            double part = (at - way[below]) / (way[below + 1] - way[below]);
            places.add(fine.get(below)
                    .plus(fine.get(below + 1).minus(fine.get(below)).times(part)));
        }
        return new PatientPath(frames(places, across), step);
    }

    /// The length of the curve in millimetres.
    public double lengthMm() {
        return stepMm * (stations.size() - 1);
    }

    private static List<Vec3> fine(List<Vec3> points) {
        List<Vec3> fine = new ArrayList<>();
        int last = points.size() - 1;
        for (int i = 0; i < last; i++) {
            Vec3 b = points.get(i);
            Vec3 c = points.get(i + 1);
            Vec3 a = i > 0 ? points.get(i - 1) : b.times(2).minus(c);
            Vec3 d = i + 1 < last ? points.get(i + 2) : c.times(2).minus(b);
            for (int k = 0; k < PIECES_PER_SEGMENT; k++) {
                fine.add(spline(a, b, c, d, (double) k / PIECES_PER_SEGMENT));
            }
        }
        fine.add(points.getLast());
        return fine;
    }

    /// Barry and Goldman's pyramid of the centripetal Catmull-Rom spline.
    private static Vec3 spline(Vec3 a, Vec3 b, Vec3 c, Vec3 d, double part) {
        double t1 = Math.sqrt(a.distanceTo(b));
        double t2 = t1 + Math.sqrt(b.distanceTo(c));
        double t3 = t2 + Math.sqrt(c.distanceTo(d));
        double t = t1 + part * (t2 - t1);
        Vec3 ab = between(a, b, t / t1);
        Vec3 bc = between(b, c, (t - t1) / (t2 - t1));
        Vec3 cd = between(c, d, (t - t2) / (t3 - t2));
        Vec3 abc = between(ab, bc, t / t2);
        Vec3 bcd = between(bc, cd, (t - t1) / (t3 - t1));
        return between(abc, bcd, (t - t1) / (t2 - t1));
    }

    private static Vec3 between(Vec3 a, Vec3 b, double part) {
        return a.plus(b.minus(a).times(part));
    }

    private static List<Station> frames(List<Vec3> places, Vec3 wanted) {
        List<Station> stations = new ArrayList<>();
        Vec3 tangent = tangent(places, 0);
        Vec3 across = perpendicular(wanted, tangent);
        stations.add(new Station(places.getFirst(), tangent, across));
        for (int i = 1; i < places.size(); i++) {
            Vec3 next = tangent(places, i);
            Vec3 v1 = places.get(i).minus(places.get(i - 1));
            Vec3 leftAcross = reflect(across, v1);
            Vec3 leftTangent = reflect(tangent, v1);
            Vec3 v2 = next.minus(leftTangent);
            across = perpendicular(v2.length() > 1e-12 ? reflect(leftAcross, v2) : leftAcross, next);
            tangent = next;
            stations.add(new Station(places.get(i), tangent, across));
        }
        return stations;
    }

    private static Vec3 reflect(Vec3 v, Vec3 mirrorNormal) {
        return v.minus(mirrorNormal.times(2 * v.dot(mirrorNormal) / mirrorNormal.dot(mirrorNormal)));
    }

    private static Vec3 tangent(List<Vec3> places, int i) {
        return places.get(Math.min(places.size() - 1, i + 1))
                .minus(places.get(Math.max(0, i - 1)))
                .unit();
    }

    /// `wanted` made perpendicular to `tangent`; any perpendicular when they are parallel.
    private static Vec3 perpendicular(Vec3 wanted, Vec3 tangent) {
        Vec3 across = wanted.minus(tangent.times(wanted.dot(tangent)));
        if (across.length() > 1e-6 * wanted.length() && across.length() > 0) {
            return across.unit();
        }
        Vec3 other = Math.abs(tangent.x()) < 0.9 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
        return other.minus(tangent.times(other.dot(tangent))).unit();
    }
}
