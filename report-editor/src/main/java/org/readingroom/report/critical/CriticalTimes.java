package org.readingroom.report.critical;

import java.time.Instant;
import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// How fast the ward was told, for statistics.
///
/// **Thread:** any but `fx` and `gl`; blocks.
@FunctionalInterface
public interface CriticalTimes {
    /// The critical values that were not excluded, verified or not yet, discovered from `from` until before `until`,
    /// oldest first.
    List<CriticalTime> discoveredBetween(Instant from, Instant until) throws WorkstationException;
}
