package org.readingroom.report.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// Something a check found in a report.
///
/// `checkId` is stable, such as `impression.empty`; `messageKey` and `arguments` are its words in
/// the `report` bundle. `sentence` is null when the result speaks of a whole section, `section`
/// when it speaks of the whole report. `fix` is the sentence as it would be right; null where there is no safe one.
public record CheckResult(
        String checkId,
        CheckSeverity severity,
        String messageKey,
        List<Object> arguments,
        @Nullable SectionKind section,
        @Nullable SentenceId sentence,
        @Nullable ReportSentence fix) {
    public CheckResult {
        arguments = List.copyOf(arguments);
    }

    /// A result that only a person can mend.
    public CheckResult(
            String checkId,
            CheckSeverity severity,
            String messageKey,
            List<Object> arguments,
            @Nullable SectionKind section,
            @Nullable SentenceId sentence) {
        this(checkId, severity, messageKey, arguments, section, sentence, null);
    }
}
