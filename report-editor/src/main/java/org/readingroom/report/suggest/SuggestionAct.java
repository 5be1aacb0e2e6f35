package org.readingroom.report.suggest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.StudyIdentity;

/// What a person did with one suggestion, for the ledger.
///
/// `words` are those that went into the report, empty when it was rejected; `sentence` is null then. `editDistance`
/// counts letters, as in [org.readingroom.report.model.SuggestionTrace].
public record SuggestionAct(
        ReportId report,
        StudyIdentity study,
        SectionKind section,
        String source,
        String sourceVersion,
        String suggested,
        Kind kind,
        String words,
        int editDistance,
        @Nullable SentenceId sentence,
        List<String> basis) {
    public enum Kind {
        ACCEPTED,
        EDITED,
        REJECTED;

        public String messageKey() {
            return "report.suggest.act." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public SuggestionAct {
        basis = List.copyOf(basis);
        if ((kind == Kind.REJECTED) != (sentence == null)) {
            throw new IllegalArgumentException(kind + (sentence == null ? " without a sentence" : " with a sentence"));
        }
    }
}
