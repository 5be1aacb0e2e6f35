package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// Two diameters of a lesion: one along its longest way, one across it at a right angle that meets the first.
///
/// **Source:** Eisenhauer EA et al. New response evaluation criteria in solid tumours: revised RECIST
/// guideline (version 1.1). Eur J Cancer 2009;45:228-247, section 3: longest diameter in the plane of
/// measurement; for nodes the short axis, perpendicular to the longest.
// [impl->req~annotation.bidirectional~1]
final class Bidirectional {
    /// chosen: diameters of a round lesion that differ by less than a thousandth are one length.
    private static final double ROUND = 1e-3;

    private Bidirectional() {}

    static void measure(Annotation.Figure figure, Measuring measuring) {
        List<Vec3> p = figure.points();
        double along = measuring.shape().length(p.get(0), p.get(1));
        double across = measuring.shape().length(p.get(2), p.get(3));
        measuring.length(Quantity.LONG_AXIS, along);
        measuring.length(Quantity.SHORT_AXIS, across);
        if (across > along * (1 + ROUND)) {
            measuring.caveat("viewer.bidirectional.across-longer");
        }
    }

    /// The second diameter put at a right angle to the first, through the place that point `leader` (2 or 3)
    /// is beside, or the nearer end; its two ends on either side of the first.
    static List<Vec3> across(List<Vec3> points, int leader, double aspect) {
        Vec3 a = points.get(0);
        Vec3 along = AnnotationMoves.stretched(points.get(1).minus(a), aspect);
        double squared = along.dot(along);
        if (squared == 0) {
            return List.of(a, points.get(1), a, a);
        }
        int other = 5 - leader;
        Vec3 led = AnnotationMoves.stretched(points.get(leader).minus(a), aspect);
        Vec3 follows = AnnotationMoves.stretched(points.get(other).minus(a), aspect);
        double share = led.dot(along) / squared;
        Vec3 off = led.minus(along.times(share));
        Vec3 otherOff = follows.minus(along.times(follows.dot(along) / squared));
        Vec3 way = off.length() > 0 ? off : otherOff.times(-1);
        Vec3 meeting = along.times(Math.clamp(share, 0, 1));
        double reach = way.length() == 0 ? 0 : Math.max(0, -otherOff.dot(way.unit()));
        Vec3 opposite = way.length() == 0 ? meeting : meeting.minus(way.unit().times(reach));
        List<Vec3> result = new ArrayList<>(points);
        result.set(leader, a.plus(AnnotationMoves.stretched(meeting.plus(off), 1 / aspect)));
        result.set(other, a.plus(AnnotationMoves.stretched(opposite, 1 / aspect)));
        return result;
    }

    /// End `index` of the first diameter at `to`: the second turns with it, meets it at the same part of its
    /// way and keeps its length.
    static List<Vec3> turned(List<Vec3> points, int index, Vec3 to, double aspect) {
        Vec3 before = AnnotationMoves.stretched(points.get(1).minus(points.get(0)), aspect);
        List<Vec3> moved = new ArrayList<>(points);
        moved.set(index, to);
        Vec3 after = AnnotationMoves.stretched(moved.get(1).minus(moved.get(0)), aspect);
        if (before.length() == 0 || after.length() == 0) {
            return across(moved, 2, aspect);
        }
        for (int end = 2; end < 4; end++) {
            Vec3 from = AnnotationMoves.stretched(points.get(end).minus(points.get(0)), aspect);
            double share = from.dot(before) / before.dot(before);
            Vec3 off = from.minus(before.times(share));
            // the same side of a line that is turned in its plane
            Vec3 normal = before.cross(off);
            Vec3 side = normal.length() == 0
                    ? Vec3.ZERO
                    : normal.cross(after).times(off.length() / normal.length() / after.length());
            Vec3 at = after.times(share).plus(side);
            moved.set(end, moved.get(0).plus(AnnotationMoves.stretched(at, 1 / aspect)));
        }
        return moved;
    }
}
