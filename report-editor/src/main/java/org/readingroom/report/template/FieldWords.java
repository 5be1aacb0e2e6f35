package org.readingroom.report.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.rads.TemplateValue;
import org.readingroom.report.rads.TemplateValue.Amount;
import org.readingroom.report.rads.TemplateValue.Words;

/// What a field says in its sentence, and the values that are kept with it.
final class FieldWords {
    private FieldWords() {}

    /// Empty when there is nothing to say; then a field that may not be empty is a gap.
    static String of(TemplateField field, String value, ReportLanguage language) {
        return switch (field.kind()) {
            case CHECKBOX -> value.equals("true") ? field.choices().getFirst().words() : "";
            case SELECTION_LIST ->
                value.replace(TemplateField.SEPARATOR, language == ReportLanguage.CHINESE ? "、" : ", ");
            default -> value;
        };
    }

    /// A computed value as it stands in the text; empty for one that is missing.
    static String computed(TemplateField field, TemplateValue value) {
        return switch (value) {
            case Words(String text) -> text.strip();
            case Amount(BigDecimal number) ->
                number.setScale(field.decimals(), RoundingMode.HALF_UP).toPlainString();
            default -> "";
        };
    }

    /// One for each choice of a list. An empty one is kept only where the template would fill it in again.
    static List<FieldValue> values(TemplateField field, String value) {
        if (field.kind() == FieldKind.CHECKBOX) {
            FieldChoice ticked = field.choices().getFirst();
            return List.of(value(field, value, value.equals("true") ? ticked.concept() : null));
        }
        if (field.kind() == FieldKind.SELECTION_LIST && !value.isEmpty()) {
            return Arrays.stream(value.split(TemplateField.SEPARATOR, -1))
                    .map(words -> value(
                            field,
                            words,
                            field.choice(words).map(FieldChoice::concept).orElse(null)))
                    .toList();
        }
        return value.isEmpty() && field.initial().isEmpty() ? List.of() : List.of(value(field, value, null));
    }

    private static FieldValue value(TemplateField field, String value, @Nullable CodedConcept concept) {
        String unit = value.isEmpty() ? "" : field.unit();
        return new FieldValue(field.id(), field.role(), field.name(), value, unit, concept, true);
    }
}
