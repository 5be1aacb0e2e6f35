package org.readingroom.viewer.geometry;

import java.util.List;

/// The rigid map that brings points nearest to their partners: rotation and shift, no scale, no mirror.
///
/// `residualsMm` is how far each mapped point stays from its partner, `rmsMm` their root mean square. Three
/// points or more that do not lie on one line are needed. A map found this way is derived from what a person
/// clicked, and views that use it say so with its residual.
///
/// **Units:** millimetres. **Space:** from one patient space to another.
/// **Source:** B. K. P. Horn, Closed-form solution of absolute orientation using unit quaternions, JOSA A
/// 4(4), 1987, doi:10.1364/JOSAA.4.000629.
public record PointRegistration(AffineMap map, List<Double> residualsMm, double rmsMm) {
    /// chosen: points whose spread across their line is below this part of the spread along it lie on a line.
    private static final double IN_LINE = 1e-3;

    public PointRegistration {
        residualsMm = List.copyOf(residualsMm);
    }

    /// The map from `from` to `to`, whose points are partners by their place in the list.
    ///
    /// **Errors:** [IllegalArgumentException] when the lists differ in length, hold fewer than three points,
    /// or the points of either lie on one line; see [#isSolvable].
    // [impl->req~view.registration~1]
    public static PointRegistration of(List<Vec3> from, List<Vec3> to) {
        if (!isSolvable(from, to)) {
            throw new IllegalArgumentException(from.size() + " and " + to.size() + " points give no rigid map");
        }
        Vec3 fromCentre = centre(from);
        Vec3 toCentre = centre(to);
        double[][] s = new double[3][3];
        for (int i = 0; i < from.size(); i++) {
            double[] a = array(from.get(i).minus(fromCentre));
            double[] b = array(to.get(i).minus(toCentre));
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    s[r][c] += a[r] * b[c];
                }
            }
        }
        AffineMap turn = rotation(SymmetricEigen.of(new double[][] {
                    {s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0]},
                    {s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]},
                    {s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]},
                    {s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]}
                })
                .largest());
        AffineMap map = new AffineMap(turn.x(), turn.y(), turn.z(), toCentre.minus(turn.applyToDirection(fromCentre)));
        List<Double> residuals = new java.util.ArrayList<>();
        double squares = 0;
        for (int i = 0; i < from.size(); i++) {
            double away = map.apply(from.get(i)).distanceTo(to.get(i));
            residuals.add(away);
            squares += away * away;
        }
        return new PointRegistration(map, residuals, Math.sqrt(squares / from.size()));
    }

    /// Whether these points settle a rigid map.
    public static boolean isSolvable(List<Vec3> from, List<Vec3> to) {
        return from.size() == to.size() && from.size() >= 3 && !isInLine(from) && !isInLine(to);
    }

    private static boolean isInLine(List<Vec3> points) {
        Vec3 centre = centre(points);
        double[][] spread = new double[3][3];
        for (Vec3 point : points) {
            double[] d = array(point.minus(centre));
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    spread[r][c] += d[r] * d[c];
                }
            }
        }
        double[] values = SymmetricEigen.of(spread).sortedValues();
        return !(values[1] > IN_LINE * IN_LINE * values[2]);
    }

    private static AffineMap rotation(double[] q) {
        double w = q[0];
        double x = q[1];
        double y = q[2];
        double z = q[3];
        return new AffineMap(
                new Vec3(w * w + x * x - y * y - z * z, 2 * (x * y + w * z), 2 * (x * z - w * y)),
                new Vec3(2 * (x * y - w * z), w * w - x * x + y * y - z * z, 2 * (y * z + w * x)),
                new Vec3(2 * (x * z + w * y), 2 * (y * z - w * x), w * w - x * x - y * y + z * z),
                Vec3.ZERO);
    }

    private static Vec3 centre(List<Vec3> points) {
        Vec3 sum = Vec3.ZERO;
        for (Vec3 point : points) {
            sum = sum.plus(point);
        }
        return sum.times(1.0 / points.size());
    }

    private static double[] array(Vec3 v) {
        return new double[] {v.x(), v.y(), v.z()};
    }
}
