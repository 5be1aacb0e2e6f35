package org.readingroom.plugin;

import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.SuggestionSource;

/// Makes a source of suggestions for one signed-in person.
@FunctionalInterface
public interface SuggestionSourceMaker {
    /// `archive` hands over the department's reports; it is read when [SuggestionSource#refresh] is called, not before.
    SuggestionSource open(ReportArchive archive);
}
