package org.readingroom.report.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// Something a check found in a report.
///
/// `checkId` is stable, such as `impression.empty`; `messageKey` and `arguments` are its words in
/// the `report` bundle. `sentence` is null when the result speaks of a whole section, `section`
/// when it speaks of the whole report.
public record CheckResult(
        String checkId,
        CheckSeverity severity,
        String messageKey,
        List<Object> arguments,
        @Nullable SectionKind section,
        @Nullable SentenceId sentence) {
    public CheckResult {
        arguments = List.copyOf(arguments);
    }
}
