package org.readingroom.plugin;

/// Statistics of the modality values inside a region.
///
/// **Thread:** `cpu`; keeps no state.
public interface RoiStatisticsProvider {
    /// Unique within the plug-in.
    String id();

    /// A message key of the `plugin` bundle.
    String nameKey();

    /// Statistics over the pixels of `slice` whose centre lies inside `ellipse` or on its line.
    RoiStatistics statistics(Slice slice, EllipseRegion ellipse);
}
