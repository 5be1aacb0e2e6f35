package org.readingroom.plugin.suggest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.template.BodyPart;

/// A question in the terms of the index: what was found and typed so far, and what need not be said again.
record Asked(
        StudyIdentity study,
        Reports.Facts facts,
        int place,
        Set<String> said,
        Set<String> context,
        Set<String> typed,
        String beginning) {
    static final int FEMALE = 1;
    static final int MALE = 2;

    static Asked of(SuggestionQuery query) {
        Report report = query.report();
        SafeWords safe = new SafeWords(List.of(), report.language());
        Set<String> said = new HashSet<>();
        Set<String> context = new LinkedHashSet<>();
        for (Section section : report.sections()) {
            boolean isTold = section.kind() == SectionKind.FINDINGS || section.kind() == query.section();
            for (ReportSentence sentence : section.sentences()) {
                if (sentence.words().equals(query.typed()) && section.kind() == query.section()) {
                    continue;
                }
                safe.of(sentence.text()).ifPresent(said::add);
                if (isTold) {
                    context.addAll(Terms.of(sentence.text()));
                    sentence.fields().forEach(field -> context.addAll(Terms.of(field.name() + " " + field.value())));
                }
            }
        }
        return new Asked(
                report.study(),
                facts(report, query.today()),
                place(report.language(), query.section()),
                said,
                context,
                Terms.of(query.typed()),
                query.typed());
    }

    static int place(ReportLanguage language, SectionKind section) {
        return language.ordinal() * SectionKind.values().length + section.ordinal();
    }

    /// `day` is that of the signature, or of the question.
    static Reports.Facts facts(Report report, LocalDate day) {
        StudyIdentity study = report.study();
        int sex = switch (study.patient().sex()) {
            case FEMALE -> FEMALE;
            case MALE -> MALE;
            case OTHER, UNKNOWN -> 0;
        };
        LocalDate born = study.patient().birthDate();
        LocalDateTime taken = study.studyTime();
        LocalDate then = taken == null ? day : taken.toLocalDate();
        int age = born == null || then.isBefore(born) ? -1 : (int) ChronoUnit.YEARS.between(born, then);
        return new Reports.Facts(
                report.language().ordinal(),
                study.modality(),
                BodyPart.of(study).map(Enum::name).orElse(""),
                sex,
                age,
                (int) day.toEpochDay());
    }
}
