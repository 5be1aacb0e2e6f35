package org.readingroom.report.register;

import java.time.Instant;
import java.util.List;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.suggest.SuggestionAct;

/// One use of a suggestion.
///
/// `words` are those of the report's last signed version, empty when they are not in it. `version` is the first signed
/// version that held them, 0 for none: then `who` and `at` are those of the act, else those of that version's
/// signature. `conclusion` is the impression of the last version, empty before the first.
public record RegisterEntry(
        ReportId report,
        StudyIdentity study,
        SectionKind section,
        String source,
        String sourceVersion,
        String suggested,
        SuggestionAct.Kind kind,
        int editDistance,
        String words,
        List<String> basis,
        int version,
        String who,
        Instant at,
        String conclusion) {
    public RegisterEntry {
        basis = List.copyOf(basis);
    }

    public boolean isSigned() {
        return version > 0;
    }
}
