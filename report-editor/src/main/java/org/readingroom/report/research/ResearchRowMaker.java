package org.readingroom.report.research;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.research.FieldCell.Answer;
import org.readingroom.report.template.GroupInstance;
import org.readingroom.viewer.model.Sex;

/// Makes the rows of one report: one, or one for each lesion.
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

    /// None for a report that the project does not cover. `names` are those of its patient.
    List<ResearchRow> rows(ResearchReport from, KnownNames names) {
        StudyIdentity study = from.report().study();
        LocalDateTime time = study.studyTime();
        if (time == null) {
            leftOut.accept(LeftOut.NO_DAY);
            return List.of();
        }
        LocalDate day = time.toLocalDate();
        if (!project.covers(day, study.modality())) {
            return List.of();
        }
        ResearchSubject subject = from.subject();
        int daysBack = pseudonyms.daysBack(subject);
        FieldCell cells = new FieldCell(project, names, daysBack);
        ReportLesions lesions =
                new ReportLesions(from.report(), fields.groups(from.report().templateId()));
        List<Values> values = values(from, cells, lesions);
        return IntStream.range(0, values.size())
                .mapToObj(row -> new ResearchRow(
                        pseudonyms.of(subject),
                        pseudonyms.of(from.report().id()),
                        lesions.number(row),
                        sex(study.patient().sex()),
                        age(study.patient().birthDate(), day),
                        project.dates() == DateForm.YEAR
                                ? Integer.toString(day.getYear())
                                : day.minusDays(daysBack).toString(),
                        MODALITIES.contains(study.modality()) ? study.modality() : "",
                        fields.isTemplate(from.report().templateId())
                                ? from.report().templateId()
                                : "",
                        from.report().language() == ReportLanguage.CHINESE ? "zh" : "en",
                        conclusion(from.report().conclusion()),
                        values.get(row).row,
                        values.get(row).typed))
                .toList();
    }

    /// The values of one row as they come together.
    private static final class Values {
        private final Map<ResearchColumn, String> row = new HashMap<>();
        private final Set<ResearchColumn> typed = new HashSet<>();

        void put(FieldValue value, String field, int index, FieldCell.Cell cell) {
            ResearchColumn column = new ResearchColumn(field, value.unit(), index, false);
            row.put(column, cell.value());
            if (cell.isTyped()) {
                typed.add(column);
            }
            if (!cell.code().isEmpty()) {
                row.put(new ResearchColumn(field, "", index, true), cell.code());
            }
        }
    }

    private List<Values> values(ResearchReport from, FieldCell cells, ReportLesions lesions) {
        List<Values> rows = Stream.generate(Values::new).limit(lesions.rows()).toList();
        Map<String, Integer> times = new HashMap<>();
        for (ReportSentence sentence : from.report().sentences()) {
            for (FieldValue value : sentence.fields()) {
                String field = GroupInstance.own(value.field());
                if (!project.fields().contains(field)) {
                    continue;
                }
                if (lesions.isForeign(sentence, value)) {
                    leftOut.accept(LeftOut.OVERWRITTEN);
                    continue;
                }
                // a value left out keeps its place: what is said twice of one lesion stays in its order
                int index = times.merge(value.field(), 1, Integer::sum);
                if (value.value().isEmpty()) {
                    continue;
                }
                switch (answer(value, field, from, cells)) {
                    case Answer.Left(LeftOut why) -> leftOut.accept(why);
                    case Answer.Taken(FieldCell.Cell cell) ->
                        lesions.rowsOf(value).forEach(row -> rows.get(row).put(value, field, index, cell));
                }
            }
        }
        return rows;
    }

    /// Asks the template that the report was made with; another one only where that one does not know the
    /// field.
    private Answer answer(FieldValue value, String own, ResearchReport from, FieldCell cells) {
        Optional<ResearchField> field = fields.find(own);
        if (field.isEmpty()) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
        Optional<ResearchField.Use> use = field.get().in(from.report().templateId());
        if (use.isPresent()) {
            return cells.of(value, use.get());
        }
        Answer last = new Answer.Left(LeftOut.NOT_OF_FIELD);
        for (ResearchField.Use other : field.get().uses()) {
            Answer answer = cells.of(value, other);
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
