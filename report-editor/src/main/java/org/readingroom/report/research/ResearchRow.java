package org.readingroom.report.research;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One report, or one lesion of it, without anything that says whose it is.
///
/// `lesion` is its number in the report, 0 where the report describes none by itself.
/// `day` is a year or a moved day, as the project asks. `age` is in whole years, `90+` from ninety on,
/// empty when it is not known.
public record ResearchRow(
        String patient,
        String record,
        int lesion,
        String sex,
        String age,
        String day,
        String modality,
        String template,
        String language,
        String conclusion,
        Map<ResearchColumn, String> values,
        Set<ResearchColumn> typed) {
    /// The heads of what stands before the values; the same in each language, for programs that read the
    /// table.
    public static final List<String> HEADS = List.of(
            "patient",
            "record",
            "lesion",
            "sex",
            "age_years",
            "study_day",
            "modality",
            "template",
            "language",
            "conclusion");

    /// By pseudonym: an order in time would tell the days that were taken away.
    static final Comparator<ResearchRow> ORDER = Comparator.comparing(ResearchRow::patient)
            .thenComparing(ResearchRow::day)
            .thenComparing(ResearchRow::record)
            .thenComparingInt(ResearchRow::lesion);

    public ResearchRow {
        values = Map.copyOf(values);
        typed = Set.copyOf(typed);
    }

    ResearchRow without(Set<ResearchColumn> columns) {
        Map<ResearchColumn, String> left = new HashMap<>(values);
        left.keySet().removeAll(columns);
        return new ResearchRow(
                patient, record, lesion, sex, age, day, modality, template, language, conclusion, left, Set.of());
    }

    /// In the order of [#HEADS].
    List<String> facts() {
        return List.of(
                patient,
                record,
                lesion == 0 ? "" : Integer.toString(lesion),
                sex,
                age,
                day,
                modality,
                template,
                language,
                conclusion);
    }
}
