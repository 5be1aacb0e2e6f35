package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Statistics of the grid points whose centre lies in an area, its outline included.
///
/// The standard deviation divides by n - 1, as ImageJ's does; one point has none. Points without a value
/// (padding) are not counted.
// [impl->req~annotation.statistics~1]
final class RegionStatistics {
    private long count;
    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private RegionStatistics() {}

    /// Mean, standard deviation, minimum, maximum, count; only the count when no point has a value.
    static List<Measurement> of(GridArea area, ValueGrid grid) {
        RegionStatistics statistics = new RegionStatistics();
        GridAreas.values(area, grid, statistics::add);
        String unit = grid.unit().ucum();
        List<Measurement> out = new ArrayList<>();
        if (statistics.count > 0) {
            out.add(new Measurement(Quantity.MEAN, statistics.mean, unit));
            if (statistics.count > 1) {
                double variance = statistics.squares / (statistics.count - 1);
                out.add(new Measurement(Quantity.STANDARD_DEVIATION, Math.sqrt(variance), unit));
            }
            out.add(new Measurement(Quantity.MINIMUM, statistics.least, unit));
            out.add(new Measurement(Quantity.MAXIMUM, statistics.most, unit));
        }
        out.add(new Measurement(Quantity.COUNT, statistics.count, Measurement.UNITY));
        return out;
    }

    /// Welford's update: the deviations keep their digits whatever the mean.
    private void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        least = Math.min(least, value);
        most = Math.max(most, value);
    }
}
