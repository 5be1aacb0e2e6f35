package org.readingroom.viewer.nifti;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// The turn of a grid as NIfTI's qform keeps it: three parts of a unit quaternion, and whether the third axis is
/// reversed.
///
/// **Source:** nifti1.h, section "METHOD 2", and Shepperd's way from a matrix to a quaternion.
record Quaternion(double b, double c, double d, double qfac) {
    static Quaternion of(AffineMap map) {
        double qfac = map.determinant() < 0 ? -1 : 1;
        Vec3 x = map.x().unit();
        Vec3 y = map.y().unit();
        Vec3 z = map.z().unit().times(qfac);
        double trace = x.x() + y.y() + z.z();
        double[] q;
        if (trace > 0) {
            double s = 2 * Math.sqrt(1 + trace);
            q = new double[] {s / 4, (y.z() - z.y()) / s, (z.x() - x.z()) / s, (x.y() - y.x()) / s};
        } else if (x.x() >= y.y() && x.x() >= z.z()) {
            double s = 2 * Math.sqrt(1 + x.x() - y.y() - z.z());
            q = new double[] {(y.z() - z.y()) / s, s / 4, (x.y() + y.x()) / s, (z.x() + x.z()) / s};
        } else if (y.y() >= z.z()) {
            double s = 2 * Math.sqrt(1 + y.y() - x.x() - z.z());
            q = new double[] {(z.x() - x.z()) / s, (x.y() + y.x()) / s, s / 4, (y.z() + z.y()) / s};
        } else {
            double s = 2 * Math.sqrt(1 + z.z() - x.x() - y.y());
            q = new double[] {(x.y() - y.x()) / s, (z.x() + x.z()) / s, (y.z() + z.y()) / s, s / 4};
        }
        // The file keeps no first part: it is taken to be above zero.
        double sign = q[0] < 0 ? -1 : 1;
        return new Quaternion(sign * q[1], sign * q[2], sign * q[3], qfac);
    }
}
