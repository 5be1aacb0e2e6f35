package org.readingroom.report.suggest;

import java.util.List;
import java.util.function.Predicate;
import org.readingroom.viewer.model.WorkstationException;

/// The department's own words, as far as this workstation has them: what a source may learn from.
///
/// **Thread:** `io`; blocks.
public interface ReportArchive {
    /// Hands over each signed version that was kept after `position`, the newest first, until `each` answers false. 0
    /// is
    /// before the first.
    void read(long position, Predicate<ArchivedReport> each) throws WorkstationException;

    /// Sentences of templates and phrase books.
    List<StockWords> stock();
}
