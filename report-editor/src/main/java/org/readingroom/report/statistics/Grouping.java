package org.readingroom.report.statistics;

import java.util.Locale;

/// By what reports are told apart. A group is named by its code: of a modality or part as DICOM writes it,
/// empty when the study names none.
public enum Grouping {
    MODALITY,
    PART,
    URGENCY,
    WRITER;

    /// Code of [#WRITER] for a trainee; the other is everybody else who may sign. Who signed the first version.
    public static final String TRAINEE = "TRAINEE";

    public static final String PHYSICIAN = "PHYSICIAN";

    String code(ReportFact fact) {
        return switch (this) {
            case MODALITY -> fact.modality();
            case PART -> fact.part();
            case URGENCY -> fact.urgency().name();
            case WRITER -> fact.isByTrainee() ? TRAINEE : PHYSICIAN;
        };
    }

    public String messageKey() {
        return "report.statistics.by." + name().toLowerCase(Locale.ROOT);
    }
}
