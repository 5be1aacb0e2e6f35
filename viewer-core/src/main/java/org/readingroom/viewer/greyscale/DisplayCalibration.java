package org.readingroom.viewer.greyscale;

import java.util.List;

/// The measured curve of one monitor, and the driving level that each P-value needs on it.
///
/// `ambientLight` is what the switched-off screen reflects in its room, in cd/m²; it adds to every level.
///
/// **Units:** luminances in cd/m², as a meter on the screen reads them in the dark.
/// **Range:** driving levels and P-values are 0 to 255.
/// **Source:** DICOM PS3.14 sections 6 and 7, annex D.1.
// [impl->req~view.gsdf~1]
public final class DisplayCalibration {
    /// Levels of the driver and P-values alike.
    public static final int LEVELS = 256;

    private final double[] luminances;
    private final double ambientLight;
    private final int[] drivingLevels;

    /// One reading of the meter.
    ///
    /// **Range:** `drivingLevel` 0 to 255.
    public record Measurement(double drivingLevel, double luminance) {}

    /// `measurements` must begin at level 0 and end at 255, rise in level and never fall in luminance; what lies
    /// between is
    /// interpolated.
    ///
    /// **Errors:** [IllegalArgumentException] when they do not.
    public DisplayCalibration(List<Measurement> measurements, double ambientLight) {
        check(measurements, ambientLight);
        this.luminances = MonotoneCurve.through(measurements, LEVELS);
        this.ambientLight = ambientLight;
        this.drivingLevels = drivingLevels();
    }

    private static void check(List<Measurement> measurements, double ambientLight) {
        boolean rises = measurements.size() >= 2
                && measurements.getFirst().drivingLevel() == 0
                && measurements.getLast().drivingLevel() == LEVELS - 1
                && measurements.getFirst().luminance() >= 0
                && measurements.getLast().luminance() > measurements.getFirst().luminance()
                && Double.isFinite(measurements.getLast().luminance())
                && ambientLight >= 0
                && Double.isFinite(ambientLight);
        for (int i = 1; rises && i < measurements.size(); i++) {
            rises = measurements.get(i).drivingLevel() > measurements.get(i - 1).drivingLevel()
                    && measurements.get(i).luminance()
                            >= measurements.get(i - 1).luminance();
        }
        if (!rises) {
            throw new IllegalArgumentException(
                    measurements.size() + " measurements make no rising curve from 0 to 255");
        }
    }

    private int[] drivingLevels() {
        double first = Gsdf.index(luminance(0));
        double last = Gsdf.index(luminance(LEVELS - 1));
        int[] levels = new int[LEVELS];
        int level = 0;
        for (int value = 0; value < LEVELS; value++) {
            double wanted = Gsdf.luminance(first + (last - first) * value / (LEVELS - 1));
            while (level < LEVELS - 1
                    && Math.abs(luminance(level + 1) - wanted) <= Math.abs(luminance(level) - wanted)) {
                level++;
            }
            levels[value] = level;
        }
        return levels;
    }

    /// What the eye gets at a driving level, ambient light included.
    public double luminance(int drivingLevel) {
        return luminances[drivingLevel] + ambientLight;
    }

    /// The driving level whose luminance is closest to what a P-value stands for.
    public int drivingLevel(int pValue) {
        return drivingLevels[pValue];
    }

    /// How far the corrected screen is from the standard at worst, in just noticeable differences of one P-value step.
    ///
    /// The quantity that acceptance tests ask for: 0 is perfect.
    public double worstStepError() {
        double per = (Gsdf.index(luminance(LEVELS - 1)) - Gsdf.index(luminance(0))) / (LEVELS - 1);
        double worst = 0;
        for (int value = 1; value < LEVELS; value++) {
            double step = Gsdf.index(luminance(drivingLevels[value])) - Gsdf.index(luminance(drivingLevels[value - 1]));
            worst = Math.max(worst, Math.abs(step - per));
        }
        return worst;
    }
}
