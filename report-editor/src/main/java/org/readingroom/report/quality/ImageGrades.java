package org.readingroom.report.quality;

import java.time.Instant;
import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// Where grades are counted from.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public interface ImageGrades {
    /// The grades that count and were given from `from` until before `until`.
    List<GradedImages> gradedBetween(Instant from, Instant until) throws WorkstationException;
}
