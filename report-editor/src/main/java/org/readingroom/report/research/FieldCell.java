package org.readingroom.report.research;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.template.FieldChoice;
import org.readingroom.report.template.FieldInput;
import org.readingroom.report.template.TemplateField;

/// What of one structured value may stand in a cell: what its template knows it can be, and nothing else.
// [impl->req~report.research.values~1]
final class FieldCell {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,9})?");
    /// chosen: longer than any category of a reporting system.
    private static final int MOST_COMPUTED = 40;

    private final ResearchProject project;
    private final KnownNames names;
    private final int daysBack;

    FieldCell(ResearchProject project, KnownNames names, int daysBack) {
        this.project = project;
        this.names = names;
        this.daysBack = daysBack;
    }

    /// `code` is empty where the value has none or the project asks for none.
    record Cell(String value, String code, boolean isTyped) {
        Cell(String value, String code) {
            this(value, code, false);
        }
    }

    sealed interface Answer {
        record Taken(Cell cell) implements Answer {}

        record Left(LeftOut why) implements Answer {}
    }

    Answer of(FieldValue value, ResearchField.Use use) {
        if (!value.isFollowed()) {
            return new Answer.Left(LeftOut.OVERWRITTEN);
        }
        TemplateField field = use.field();
        if (!value.unit().equals(field.unit())) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
        return switch (field.kind()) {
            case NUMBER ->
                FieldInput.accept(field, value.value()) instanceof FieldInput.Answer.Taken
                        ? number(value.value())
                        : new Answer.Left(LeftOut.NOT_OF_FIELD);
            case CHECKBOX ->
                value.value().equals("true") || value.value().equals("false")
                        ? plain(value.value())
                        : new Answer.Left(LeftOut.NOT_OF_FIELD);
            case SELECTION_LIST -> choices(value.value(), field);
            case DATE -> day(value.value());
            case COMPUTED -> use.isWords() ? words(value.value()) : computed(value.value());
            case TEXT, TEXTAREA -> words(value.value());
            case MERGE, TIME -> new Answer.Left(LeftOut.NEVER);
        };
    }

    /// A number of a patient could be typed into a field for numbers.
    private Answer number(String value) {
        if (!NUMBER.matcher(value).matches()) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
        return names.isIn(value) || names.isNumber(value)
                ? new Answer.Left(LeftOut.NAMES_PATIENT)
                : plain(new BigDecimal(value).toPlainString());
    }

    private Answer computed(String value) {
        if (NUMBER.matcher(value).matches()) {
            return number(value);
        }
        if (value.length() > MOST_COMPUTED) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
        return names.isIn(value) ? new Answer.Left(LeftOut.NAMES_PATIENT) : plain(value);
    }

    private Answer choices(String value, TemplateField field) {
        List<Optional<FieldChoice>> chosen = Arrays.stream(value.split(TemplateField.SEPARATOR, -1))
                .map(field::choice)
                .toList();
        if (chosen.stream().anyMatch(Optional::isEmpty) || chosen.size() > 1 && !field.isMultiple()) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
        return new Answer.Taken(new Cell(
                chosen.stream()
                        .flatMap(Optional::stream)
                        .map(FieldChoice::words)
                        .collect(Collectors.joining("; ")),
                project.withCodes()
                        ? chosen.stream()
                                .flatMap(Optional::stream)
                                .map(FieldCell::code)
                                .collect(Collectors.joining("; "))
                        : ""));
    }

    private Answer day(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return plain(
                    project.dates() == DateForm.YEAR
                            ? Integer.toString(day.getYear())
                            : day.minusDays(daysBack).toString());
        } catch (DateTimeException e) {
            return new Answer.Left(LeftOut.NOT_OF_FIELD);
        }
    }

    private Answer words(String value) {
        if (!project.withFreeText()) {
            return new Answer.Left(LeftOut.FREE_TEXT);
        }
        String clean = names.removedFrom(value);
        return names.isIn(clean) ? new Answer.Left(LeftOut.NAMES_PATIENT) : new Answer.Taken(new Cell(clean, "", true));
    }

    /// The vocabulary's code, else the short word of the template.
    static String code(FieldChoice choice) {
        CodedConcept concept = choice.concept();
        return concept == null ? choice.code() : concept.scheme() + ":" + concept.code();
    }

    private static Answer plain(String value) {
        return new Answer.Taken(new Cell(value, ""));
    }
}
