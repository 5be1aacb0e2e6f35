package org.readingroom.report.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.quality.Conformity;

/// What statistics know of one report: kinds, times and marks, and nothing of the patient.
///
/// `ordered` is when the hospital asked for it, `arrived` the date and time of the study; null when not
/// known. `temporary` is when a temporary report was signed, `issued` when the first reviewed version was;
/// null while there is none. `returned` counts how often a version was sent back. `isCorrected` when it was
/// changed after issue; what was only added to it was not. `isByTrainee` when its first version was a
/// trainee's. `conformity` is null while nobody compared it with what was found later.
public record ReportFact(
        String modality,
        String part,
        Urgency urgency,
        @Nullable Instant ordered,
        @Nullable Instant arrived,
        Instant firstSigned,
        @Nullable Instant temporary,
        @Nullable Instant issued,
        Polarity conclusion,
        int returned,
        boolean isCorrected,
        boolean isByTrainee,
        @Nullable Conformity conformity) {
    public ReportFact {
        if (returned < 0) {
            throw new IllegalArgumentException("returned " + returned + " times");
        }
    }

    public boolean isIssued() {
        return issued != null;
    }
}
