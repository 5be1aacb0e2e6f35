package org.readingroom.report.template;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.report.rads.TemplateValue;
import org.readingroom.report.template.TemplateLine.PlacedField;

/// What each field is worth to expressions, worked out once.
///
/// A field that is not shown, or whose line a person took out of the report, is missing.
///
/// **Thread:** one.
final class FormState implements Scope {
    private final ReportTemplate template;
    private final Map<String, String> values;
    private final Set<String> absent;
    private final Map<String, TemplateValue> known = new HashMap<>();

    /// `absent` are the keys of lines that do not stand in the report: taken out, where they are to be shown.
    FormState(ReportTemplate template, Map<String, String> values, Set<String> absent) {
        this.template = template;
        this.values = values;
        this.absent = absent;
    }

    @Override
    public TemplateValue value(String id) {
        TemplateValue before = known.get(id);
        if (before != null) {
            return before;
        }
        TemplateValue value = Optional.ofNullable(template.fields().get(id))
                .filter(field -> isShown(id) && !isGone(id))
                .map(this::worth)
                .orElse(TemplateValue.MISSING);
        known.put(id, value);
        return value;
    }

    /// Whether every condition around the field is true.
    boolean isShown(String id) {
        PlacedField place = template.places().get(id);
        return place != null && place.shows().stream().allMatch(show -> show.isTrue(this));
    }

    boolean isShown(TemplateLine line) {
        Expression show = line.show();
        return show == null || show.isTrue(this);
    }

    private boolean isGone(String id) {
        PlacedField place = template.places().get(id);
        return place != null && isGone(place.line());
    }

    boolean isGone(TemplateLine line) {
        return absent.contains(line.key()) && isShown(line);
    }

    private TemplateValue worth(TemplateField field) {
        Expression compute = field.compute();
        if (compute != null) {
            return compute.in(this);
        }
        String value = values.getOrDefault(field.id(), "");
        if (field.kind() == FieldKind.CHECKBOX) {
            return TemplateValue.of(value.equals("true"));
        }
        if (field.kind() == FieldKind.NUMBER) {
            return value.isEmpty() ? TemplateValue.MISSING : TemplateValue.of(new BigDecimal(value));
        }
        if (value.isEmpty()) {
            return field.mayBeEmpty() ? TemplateValue.of("") : TemplateValue.MISSING;
        }
        return TemplateValue.of(field.kind() == FieldKind.SELECTION_LIST ? codes(field, value) : value);
    }

    private static String codes(TemplateField field, String value) {
        return Arrays.stream(value.split(TemplateField.SEPARATOR, -1))
                .map(words -> field.choice(words).map(FieldChoice::code).orElse(words))
                .collect(Collectors.joining(TemplateField.SEPARATOR));
    }
}
