package org.readingroom.report.suggest;

import java.time.LocalDate;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;

/// What somebody wants suggestions for: the report so far and where the caret is.
///
/// `typed` are the words of the unfinished sentence at the caret, empty behind a finished one. `today` is the day by
/// which what is recent is told.
public record SuggestionQuery(Report report, SectionKind section, String typed, LocalDate today, int most) {
    public SuggestionQuery {
        if (most < 1) {
            throw new IllegalArgumentException("most " + most);
        }
    }
}
