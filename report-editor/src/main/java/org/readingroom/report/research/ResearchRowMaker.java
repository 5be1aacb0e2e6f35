package org.readingroom.report.research;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.research.FieldCell.Answer;
import org.readingroom.viewer.model.Sex;

/// Makes one row of one report.
// [impl->req~report.research.deidentified~1]
final class ResearchRowMaker {
    /// **Source:** 45 CFR 164.514(b)(2)(i)(C): ages over 89 are one group.
    private static final int OLDEST = 89;

    /// A free word in the place of the modality does not leave.
    ///
    /// **Source:** DICOM PS3.3 C.7.3.1.1.1, those that reports are written by.
    private static final Set<String> MODALITIES = Set.of(
            "BDUS", "BMD", "CR", "CT", "DX", "ES", "IO", "IVOCT", "IVUS", "MG", "MR", "NM", "OCT", "OP", "OPT", "PT",
            "PX", "RF", "RG", "TG", "US", "XA", "XC");

    private final ResearchProject project;
    private final ResearchFields fields;
    private final Pseudonyms pseudonyms;
    private final Consumer<LeftOut> leftOut;

    ResearchRowMaker(ResearchProject project, ResearchFields fields, Pseudonyms pseudonyms, Consumer<LeftOut> leftOut) {
        this.project = project;
        this.fields = fields;
        this.pseudonyms = pseudonyms;
        this.leftOut = leftOut;
    }

    /// Nothing for a report that the project does not cover. `names` are those of its patient.
    Optional<ResearchRow> row(ResearchReport from, KnownNames names) {
        StudyIdentity study = from.report().study();
        LocalDateTime time = study.studyTime();
        if (time == null) {
            leftOut.accept(LeftOut.NO_DAY);
            return Optional.empty();
        }
        LocalDate day = time.toLocalDate();
        if (!project.covers(day, study.modality())) {
            return Optional.empty();
        }
        ResearchSubject subject = from.subject();
        int daysBack = pseudonyms.daysBack(subject);
        FieldCell cells = new FieldCell(project, names, daysBack);
        Set<ResearchColumn> typed = new HashSet<>();
        return Optional.of(new ResearchRow(
                pseudonyms.of(subject),
                pseudonyms.of(from.report().id()),
                sex(study.patient().sex()),
                age(study.patient().birthDate(), day),
                project.dates() == DateForm.YEAR
                        ? Integer.toString(day.getYear())
                        : day.minusDays(daysBack).toString(),
                MODALITIES.contains(study.modality()) ? study.modality() : "",
                fields.isTemplate(from.report().templateId()) ? from.report().templateId() : "",
                from.report().language() == ReportLanguage.CHINESE ? "zh" : "en",
                conclusion(from.report().conclusion()),
                values(from, cells, typed),
                typed));
    }

    private Map<ResearchColumn, String> values(ResearchReport from, FieldCell cells, Set<ResearchColumn> typed) {
        Map<ResearchColumn, String> row = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (ReportSentence sentence : from.report().sentences()) {
            for (FieldValue value : sentence.fields()) {
                if (!project.fields().contains(value.field())) {
                    continue;
                }
                // a value left out keeps its place: the second nodule's size stays beside the second nodule's place
                int index = times.merge(value.field(), 1, Integer::sum);
                if (value.value().isEmpty()) {
                    continue;
                }
                switch (answer(value, from, cells)) {
                    case Answer.Left(LeftOut why) -> leftOut.accept(why);
                    case Answer.Taken(FieldCell.Cell cell) -> {
                        ResearchColumn column = new ResearchColumn(value.field(), value.unit(), index, false);
                        row.put(column, cell.value());
                        if (cell.isTyped()) {
                            typed.add(column);
                        }
                        if (!cell.code().isEmpty()) {
                            row.put(new ResearchColumn(value.field(), "", index, true), cell.code());
                        }
                    }
                }
            }
        }
        return row;
    }

    /// Asks the template that the report was made with; another one only where that one does not know the
    /// field.
    private Answer answer(FieldValue value, ResearchReport from, FieldCell cells) {
        Optional<ResearchField> field = fields.find(value.field());
        if (field.isEmpty()) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
        Optional<ResearchField.Use> own = field.get().in(from.report().templateId());
        if (own.isPresent()) {
            return cells.of(value, own.get());
        }
        Answer last = new Answer.Left(LeftOut.NOT_OF_FIELD);
        for (ResearchField.Use use : field.get().uses()) {
            Answer answer = cells.of(value, use);
            if (answer instanceof Answer.Taken) {
                return answer;
            }
            last = answer;
        }
        return last;
    }

    private static String sex(Sex sex) {
        return switch (sex) {
            case MALE -> "M";
            case FEMALE -> "F";
            case OTHER -> "O";
            case UNKNOWN -> "";
        };
    }

    private static String conclusion(Polarity conclusion) {
        return switch (conclusion) {
            case POSITIVE -> "positive";
            case NEGATIVE -> "negative";
            case UNMARKED -> "";
        };
    }

    private static String age(@Nullable LocalDate born, LocalDate day) {
        if (born == null || born.isAfter(day)) {
            return "";
        }
        int years = Period.between(born, day).getYears();
        return years > OLDEST ? OLDEST + 1 + "+" : Integer.toString(years);
    }
}
