package org.readingroom.viewer.registration;

import java.util.Arrays;

/// How often which value of one volume meets which value of the other, and what that says about both.
///
/// Each pair is spread over the four nearest bins, so that the result changes smoothly as the volumes move.
///
/// **Source:** C. Studholme, D. L. G. Hill, D. J. Hawkes, An overlap invariant entropy measure of 3D medical image
/// alignment, Pattern Recognition 32, 1999, doi:10.1016/S0031-3203(98)00091-0; the spreading after D. Mattes et al.,
/// IEEE TMI 22(1), 2003, doi:10.1109/TMI.2003.809072, with linear instead of cubic windows.
final class JointHistogram {
    /// chosen: as Mattes et al. do; more bins stay empty with the samples taken, fewer blur the tissues.
    static final int BINS = 32;

    private final double[] joint = new double[BINS * BINS];
    private double total;

    void clear() {
        Arrays.fill(joint, 0);
        total = 0;
    }

    /// **Range:** both 0 to `BINS` - 1.
    void add(double a, double b) {
        int i = Math.min((int) a, BINS - 2);
        int j = Math.min((int) b, BINS - 2);
        double fa = a - i;
        double fb = b - j;
        int at = i * BINS + j;
        joint[at] += (1 - fa) * (1 - fb);
        joint[at + 1] += (1 - fa) * fb;
        joint[at + BINS] += fa * (1 - fb);
        joint[at + BINS + 1] += fa * fb;
        total++;
    }

    double total() {
        return total;
    }

    /// Normalised mutual information: 1 where the values tell nothing of each other, 2 where each tells the other.
    double similarity() {
        double[] first = new double[BINS];
        double[] second = new double[BINS];
        double both = 0;
        for (int i = 0; i < BINS; i++) {
            for (int j = 0; j < BINS; j++) {
                double p = joint[i * BINS + j] / total;
                first[i] += p;
                second[j] += p;
                both += entropy(p);
            }
        }
        double alone = 0;
        for (int i = 0; i < BINS; i++) {
            alone += entropy(first[i]) + entropy(second[i]);
        }
        return both > 0 ? alone / both : 1;
    }

    private static double entropy(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }
}
