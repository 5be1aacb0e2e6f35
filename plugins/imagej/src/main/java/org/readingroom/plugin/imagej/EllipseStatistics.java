package org.readingroom.plugin.imagej;

import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageStatistics;
import org.readingroom.plugin.EllipseRegion;
import org.readingroom.plugin.RoiStatistics;
import org.readingroom.plugin.RoiStatisticsProvider;
import org.readingroom.plugin.Slice;

/// ImageJ's statistics over the pixels whose centre an ellipse holds.
///
/// ImageJ's own oval and ellipse regions round their outline in ways of their own and count other pixels along it;
/// the rule here is the workstation's, the arithmetic ImageJ's.
final class EllipseStatistics implements RoiStatisticsProvider {
    private static final int WANTED =
            Measurements.AREA | Measurements.MEAN | Measurements.STD_DEV | Measurements.MIN_MAX;

    @Override
    public String id() {
        return "ellipse";
    }

    @Override
    public String nameKey() {
        return "plugin.imagej.statistics";
    }

    @Override
    public RoiStatistics statistics(Slice slice, EllipseRegion ellipse) {
        FloatProcessor processor = Processors.over(slice);
        ByteProcessor mask = new ByteProcessor(slice.columns(), slice.rows());
        boolean isEmpty = true;
        for (int row = 0; row < slice.rows(); row++) {
            for (int column = 0; column < slice.columns(); column++) {
                if (ellipse.contains(column, row)) {
                    mask.set(column, row, 255);
                    isEmpty = false;
                }
            }
        }
        if (isEmpty) {
            return new RoiStatistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        processor.setMask(mask);
        ImageStatistics found = ImageStatistics.getStatistics(processor, WANTED, new Calibration());
        double deviation = found.pixelCount > 1 ? found.stdDev : Double.NaN;
        return new RoiStatistics(found.pixelCount, found.mean, deviation, found.min, found.max);
    }
}
