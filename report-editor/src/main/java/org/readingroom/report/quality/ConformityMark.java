package org.readingroom.report.quality;

import java.time.Instant;
import java.time.LocalDate;
import org.readingroom.report.model.ReportId;

/// What one comparison of a report found. It never changes; the last of a report is the one that holds.
///
/// `version` is the version that was compared, `found` the day of the surgery, the pathology or the like;
/// `at` and `name` are when and by whom it was written down. `words` say what was found, and where the
/// report erred.
public record ConformityMark(
        ReportId report,
        int version,
        Conformity verdict,
        ConformitySource source,
        LocalDate found,
        String words,
        String userId,
        String name,
        Instant at) {
    /// Who says that a report erred says how (clause E20).
    public static boolean needsWords(Conformity verdict) {
        return verdict == Conformity.PARTLY || verdict == Conformity.DIFFERS;
    }
}
