package org.readingroom.report.merge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// A place where two people want different things.
///
/// `base`, `mine` and `theirs` are the sentence on each side; null where it is not there. All are null for
/// [Kind#ORDER].
public record MergeConflict(
        SectionKind section,
        Kind kind,
        @Nullable ReportSentence base,
        @Nullable ReportSentence mine,
        @Nullable ReportSentence theirs) {
    public enum Kind {
        /// Both changed the sentence.
        BOTH_CHANGED,
        /// One changed it, the other took it away.
        CHANGED_AND_REMOVED,
        /// Both moved the sentences of the section, in different ways.
        ORDER;

        /// A line of the message bundles.
        public String messageKey() {
            return "report.merge." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The sentence it is about; nothing for [Kind#ORDER].
    public @Nullable SentenceId sentence() {
        if (mine != null) {
            return mine.id();
        }
        return theirs == null ? null : theirs.id();
    }
}
