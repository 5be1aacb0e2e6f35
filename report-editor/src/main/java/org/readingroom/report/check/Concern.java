package org.readingroom.report.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// What a check found, before the rule file says how much it weighs. `fix` is the sentence as it would be right.
record Concern(
        String checkId,
        List<Object> arguments,
        @Nullable SectionKind section,
        @Nullable SentenceId sentence,
        @Nullable ReportSentence fix) {
    static Concern of(String checkId, @Nullable SectionKind section, Object... arguments) {
        return new Concern(checkId, List.of(arguments), section, null, null);
    }

    static Concern at(String checkId, SectionKind section, SentenceId sentence, Object... arguments) {
        return new Concern(checkId, List.of(arguments), section, sentence, null);
    }

    Concern fixedBy(ReportSentence newFix) {
        return new Concern(checkId, arguments, section, sentence, newFix);
    }
}
