package org.readingroom.report.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// What a check found, before the rule file says how much it weighs.
record Concern(
        String checkId,
        List<Object> arguments,
        @Nullable SectionKind section,
        @Nullable SentenceId sentence) {
    static Concern of(String checkId, @Nullable SectionKind section, Object... arguments) {
        return new Concern(checkId, List.of(arguments), section, null);
    }

    static Concern at(String checkId, SectionKind section, SentenceId sentence, Object... arguments) {
        return new Concern(checkId, List.of(arguments), section, sentence);
    }
}
