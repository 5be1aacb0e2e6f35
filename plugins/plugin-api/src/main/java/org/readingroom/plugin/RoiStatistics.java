package org.readingroom.plugin;

/// Statistics of a region: count of pixels, and mean, sample standard deviation, least and greatest value.
///
/// **Units:** those of the modality values. `standardDeviation` divides by `count - 1`; NaN below two pixels, as
/// the others are when there is none.
public record RoiStatistics(long count, double mean, double standardDeviation, double minimum, double maximum) {}
