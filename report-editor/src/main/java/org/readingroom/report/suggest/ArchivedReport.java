package org.readingroom.report.suggest;

import java.time.LocalDate;
import java.util.List;
import org.readingroom.report.model.Report;

/// A signed version and its place in the order in which versions were kept. `names` are those of the people who signed.
public record ArchivedReport(long position, Report report, LocalDate signedOn, List<String> names) {
    public ArchivedReport {
        names = List.copyOf(names);
    }
}
