package org.readingroom.viewer.annotation;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.ValueUnit;

/// How often values occur within an area, and what is told of them all.
///
/// `counts` are those of bins of equal width from `least`; the last holds `most` as well. The median is the middle
/// value,
/// of an even number the mean of the two in the middle.
public record ValueHistogram(
        List<Integer> counts,
        double least,
        double most,
        long count,
        double mean,
        double median,
        double sum,
        ValueUnit unit) {
    /// chosen: as many as a small panel can show.
    private static final int MOST = 64;

    private static final int FEWEST = 8;

    public ValueHistogram {
        counts = List.copyOf(counts);
    }

    /// Nothing for marks that are no areas, and for areas without a value.
    public static Optional<ValueHistogram> of(Annotation annotation, ValueGrid grid) {
        return GridAreas.of(annotation, grid)
                .map(area -> GridAreas.sorted(area, grid))
                .filter(values -> values.length > 0)
                .map(values -> of(values, grid.unit()));
    }

    private static ValueHistogram of(double[] sorted, ValueUnit unit) {
        int n = sorted.length;
        double least = sorted[0];
        double most = sorted[n - 1];
        int bins = bins(sorted);
        Integer[] counts = new Integer[bins];
        java.util.Arrays.fill(counts, 0);
        double sum = 0;
        for (double value : sorted) {
            sum += value;
            int bin = most > least ? (int) ((value - least) / (most - least) * bins) : 0;
            counts[Math.min(bin, bins - 1)]++;
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new ValueHistogram(List.of(counts), least, most, n, sum / n, median, sum, unit);
    }

    /// By the rule of Rice, twice the cube root of the number of values; whole numbers of a small range have a bin
    /// each,
    /// so that none is empty by its width alone.
    private static int bins(double[] sorted) {
        int bins = (int) Math.clamp(Math.ceil(2 * Math.cbrt(sorted.length)), FEWEST, MOST);
        double range = sorted[sorted.length - 1] - sorted[0];
        return range + 1 <= MOST && areWhole(sorted) ? (int) range + 1 : bins;
    }

    private static boolean areWhole(double[] values) {
        return java.util.Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    }

    public int highest() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
