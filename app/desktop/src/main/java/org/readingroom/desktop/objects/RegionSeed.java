package org.readingroom.desktop.objects;

import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.segment.ThresholdRegion;
import org.readingroom.viewer.volume.Volume;

/// Where a region begins, its first threshold, and how much a pixel of drag changes it.
///
/// **Space:** `voxel`. **Units:** thresholds in modality values.
record RegionSeed(Volume volume, Vec3 voxel, double threshold, double perPixel, boolean isDark) {
    /// **Source:** EANM procedure guidelines for FDG PET 2.0 (doi:10.1007/s00259-014-2961-x): 41 % of the greatest
    /// value.
    private static final double PART_OF_PEAK = 0.41;

    /// chosen: an eighth of the window is about what the eye takes for one tissue.
    private static final double PART_OF_WINDOW = 1.0 / 8;

    private static final int PIXELS_PER_WINDOW = 512;
    /// chosen: a lesion's peak is found from anywhere within this many voxels of it.
    private static final int CLIMB = 50;

    /// `isPeak` measures against the greatest value close by, as in PET; else against the window.
    static RegionSeed at(Volume volume, Vec3 voxel, Voi voi, boolean isPeak, boolean isDark) {
        if (isPeak && !isDark) {
            double peak = peak(volume, voxel);
            return new RegionSeed(volume, voxel, PART_OF_PEAK * peak, peak / 200, false);
        }
        double width = switch (voi) {
            case Voi.Window window -> window.width();
            case Voi.Table table -> table.values().length;
        };
        double here = mean(volume, voxel);
        double tolerance = PART_OF_WINDOW * width;
        return new RegionSeed(
                volume, voxel, isDark ? here + tolerance : here - tolerance, width / PIXELS_PER_WINDOW, isDark);
    }

    /// The range after a drag: up takes less in, down more.
    ThresholdRegion.Range range(double pixelsUp) {
        double at = threshold(pixelsUp);
        return isDark
                ? new ThresholdRegion.Range(Double.NEGATIVE_INFINITY, at)
                : new ThresholdRegion.Range(at, Double.POSITIVE_INFINITY);
    }

    /// Rounded as it is written, so that the region is the one its name tells.
    double threshold(double pixelsUp) {
        double at = threshold + (isDark ? -1 : 1) * pixelsUp * perPixel;
        return Math.abs(at) >= 100 ? Math.rint(at) : Math.rint(at * 100) / 100;
    }

    private static double mean(Volume volume, Vec3 voxel) {
        double sum = 0;
        int count = 0;
        for (int k = -1; k <= 1; k++) {
            for (int j = -1; j <= 1; j++) {
                for (int i = -1; i <= 1; i++) {
                    double value = volume.nearestValue(voxel.plus(new Vec3(i, j, k)));
                    if (!Double.isNaN(value)) {
                        sum += value;
                        count++;
                    }
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double peak(Volume volume, Vec3 voxel) {
        Vec3 here = voxel;
        double best = volume.nearestValue(here);
        for (int step = 0; step < CLIMB; step++) {
            Vec3 next = here;
            for (int k = -1; k <= 1; k++) {
                for (int j = -1; j <= 1; j++) {
                    for (int i = -1; i <= 1; i++) {
                        Vec3 beside = here.plus(new Vec3(i, j, k));
                        double value = volume.nearestValue(beside);
                        if (value > best) {
                            best = value;
                            next = beside;
                        }
                    }
                }
            }
            if (next.equals(here)) {
                break;
            }
            here = next;
        }
        return best;
    }
}
