package org.readingroom.report.template;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person typed or chose, taken as a value or refused in words.
///
/// Nothing is converted: a number in another unit is refused, not counted over.
// [impl->req~report.template.input~1]
public final class FieldInput {
    /// chosen: longer than any measurement.
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?)\\s*(.*)");

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：时]?(\\d{2})分?");
    private static final int MOST_LETTERS = 2000;

    private FieldInput() {}

    /// What became of it.
    public sealed interface Answer {
        record Taken(String value) implements Answer {}

        /// `key` names a line of the `report` messages.
        record Refused(String key, List<Object> arguments) implements Answer {
            public Refused {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /// Empty `text` empties the field. Of a list, `text` is the words of the choices.
    public static Answer accept(TemplateField field, String text) {
        String plain = field.kind() == FieldKind.TEXTAREA
                ? text.strip()
                : text.replaceAll("[\\r\\n\\t]+", " ").strip();
        return switch (field.kind()) {
            case COMPUTED -> refused("computed");
            case NUMBER -> plain.isEmpty() ? new Answer.Taken("") : number(field, plain);
            case DATE -> plain.isEmpty() ? new Answer.Taken("") : date(plain);
            case TIME -> plain.isEmpty() ? new Answer.Taken("") : time(plain);
            case CHECKBOX -> new Answer.Taken(String.valueOf(plain.equals("true")));
            case SELECTION_LIST -> choice(field, text);
            case TEXT, TEXTAREA, MERGE ->
                plain.length() > MOST_LETTERS ? refused("too-long", MOST_LETTERS) : new Answer.Taken(plain);
        };
    }

    /// Whether `value` is what this field could hold, such as a value kept in a report whose template has changed
    /// since.
    static boolean isPossible(TemplateField field, String value) {
        return accept(field, value).equals(new Answer.Taken(value));
    }

    private static Answer number(TemplateField field, String text) {
        Matcher matcher = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (!matcher.matches()) {
            return refused("not-number", text);
        }
        String unit = matcher.group(2);
        boolean isItsOwn = unit.isEmpty()
                || unit.equals(field.unit())
                || unit.equals(Normalizer.normalize(FieldUnit.words(field.unit()), Normalizer.Form.NFKC));
        if (!isItsOwn) {
            return refusedUnit(field, text, unit);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        NumberRange range = field.range();
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        BigDecimal step = range.step();
        if (least != null && number.compareTo(least) < 0) {
            return refused("below", least.toPlainString() + FieldUnit.behind(field.unit()));
        }
        if (most != null && number.compareTo(most) > 0) {
            return refused("above", most.toPlainString() + FieldUnit.behind(field.unit()));
        }
        if (step != null && !range.isOnStep(number)) {
            return refused("off-step", step.toPlainString());
        }
        return new Answer.Taken(number.toPlainString());
    }

    private static Answer refusedUnit(TemplateField field, String text, String unit) {
        if (!Character.isLetter(unit.charAt(0)) && "%°℃".indexOf(unit.charAt(0)) < 0) {
            return refused("not-number", text);
        }
        String own = FieldUnit.words(field.unit());
        return own.isEmpty() ? refused("no-unit", unit) : refused("other-unit", unit, own);
    }

    private static Answer date(String text) {
        Matcher matcher = DATE.matcher(text);
        try {
            if (matcher.matches()) {
                return new Answer.Taken(LocalDate.of(part(matcher, 1), part(matcher, 2), part(matcher, 3))
                        .toString());
            }
        } catch (DateTimeException e) {
            // No such day: refused below.
        }
        return refused("not-date", text);
    }

    private static Answer time(String text) {
        Matcher matcher = TIME.matcher(text);
        try {
            if (matcher.matches()) {
                return new Answer.Taken(
                        LocalTime.of(part(matcher, 1), part(matcher, 2)).toString());
            }
        } catch (DateTimeException e) {
            // No such time: refused below.
        }
        return refused("not-time", text);
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Answer choice(TemplateField field, String text) {
        if (text.isEmpty()) {
            return new Answer.Taken("");
        }
        List<String> chosen = Arrays.asList(text.split(TemplateField.SEPARATOR, -1));
        boolean isKnown = chosen.stream().allMatch(words -> field.choice(words).isPresent())
                && (field.isMultiple() || chosen.size() == 1);
        return isKnown ? new Answer.Taken(text) : refused("not-choice");
    }

    private static Answer refused(String reason, Object... arguments) {
        return new Answer.Refused("report.form." + reason, List.of(arguments));
    }
}
