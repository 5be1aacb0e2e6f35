package org.readingroom.report.template;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// What a `MERGE` field takes from the order; empty for what nobody knows.
final class MergeValues {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /// chosen: up to here an age in months says more, as paediatric reports write it.
    private static final int MONTHS_UNTIL_YEARS = 2;

    private MergeValues() {}

    static String of(String name, StudyIdentity study, ReportLanguage language) {
        LocalDateTime time = study.studyTime();
        boolean isChinese = language == ReportLanguage.CHINESE;
        return switch (name) {
            case "patient.sex" ->
                switch (study.patient().sex()) {
                    case MALE -> isChinese ? "男" : "male";
                    case FEMALE -> isChinese ? "女" : "female";
                    case OTHER, UNKNOWN -> "";
                };
            case "patient.age" -> age(study.patient().birthDate(), time, isChinese);
            case "study.date" -> time == null ? "" : time.toLocalDate().toString();
            case "study.time" -> time == null ? "" : TIME.format(time);
            case "study.description" -> study.description().strip();
            case "study.modality" -> study.modality();
            case "study.body-part" -> study.bodyPart().strip();
            case "study.accession" -> study.accessionNumber().strip();
            case "study.institution" -> study.institution().strip();
            default -> "";
        };
    }

    private static String age(@Nullable LocalDate born, @Nullable LocalDateTime then, boolean isChinese) {
        if (born == null || then == null || born.isAfter(then.toLocalDate())) {
            return "";
        }
        Period age = Period.between(born, then.toLocalDate());
        if (age.getYears() < MONTHS_UNTIL_YEARS) {
            long months = age.toTotalMonths();
            return isChinese ? months + "个月" : months + " months";
        }
        return isChinese ? age.getYears() + "岁" : age.getYears() + " years";
    }
}
