package org.readingroom.viewer.greyscale;

import java.util.List;

/// A smooth curve through measurements that never turns back between them.
///
/// **Source:** Fritsch and Butland, A method for constructing local monotone piecewise cubic interpolants
/// (doi:10.1137/0905021).
final class MonotoneCurve {
    private MonotoneCurve() {}

    /// The luminances at the whole driving levels 0 to `levels` - 1, which the measurements span.
    static double[] through(List<DisplayCalibration.Measurement> measurements, int levels) {
        int count = measurements.size();
        double[] step = new double[count - 1];
        double[] slope = new double[count - 1];
        for (int i = 0; i + 1 < count; i++) {
            step[i] =
                    measurements.get(i + 1).drivingLevel() - measurements.get(i).drivingLevel();
            slope[i] =
                    (measurements.get(i + 1).luminance() - measurements.get(i).luminance()) / step[i];
        }
        double[] tangent = new double[count];
        tangent[0] = count == 2 ? slope[0] : end(step[0], step[1], slope[0], slope[1]);
        tangent[count - 1] =
                count == 2 ? slope[0] : end(step[count - 2], step[count - 3], slope[count - 2], slope[count - 3]);
        for (int i = 1; i + 1 < count; i++) {
            double a = (1 + step[i] / (step[i - 1] + step[i])) / 3;
            boolean flat = slope[i - 1] == 0 || slope[i] == 0;
            tangent[i] = flat ? 0 : slope[i - 1] * slope[i] / (a * slope[i] + (1 - a) * slope[i - 1]);
        }
        double[] values = new double[levels];
        int at = 0;
        for (int level = 0; level < levels; level++) {
            while (at + 2 < count && measurements.get(at + 1).drivingLevel() <= level) {
                at++;
            }
            double t = (level - measurements.get(at).drivingLevel()) / step[at];
            double low = measurements.get(at).luminance();
            double high = measurements.get(at + 1).luminance();
            double square = t * t;
            double cube = square * t;
            values[level] = (2 * cube - 3 * square + 1) * low
                    + (cube - 2 * square + t) * step[at] * tangent[at]
                    + (3 * square - 2 * cube) * high
                    + (cube - square) * step[at] * tangent[at + 1];
        }
        return values;
    }

    /// The tangent at an end, from a parabola through the three points there, no steeper than keeps the curve rising.
    private static double end(double step, double nextStep, double slope, double nextSlope) {
        double tangent = ((2 * step + nextStep) * slope - step * nextSlope) / (step + nextStep);
        return Math.clamp(tangent, 0, 3 * slope);
    }
}
