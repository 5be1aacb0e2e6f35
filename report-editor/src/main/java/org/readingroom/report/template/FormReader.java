package org.readingroom.report.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;

/// Takes the values of a form from the sentences of a report.
///
/// A value of a sentence that a person wrote over counts only while its words still stand there. A line that is to be
/// there
/// and is not was taken out by a person.
// [impl->req~report.template.round-trip~1]
final class FormReader {
    private final ReportTemplate template;
    private final Report report;
    private final TracedLines traced;

    FormReader(ReportTemplate template, Report report) {
        this.template = template;
        this.report = report;
        this.traced = new TracedLines(template, report);
    }

    TemplateForm form() {
        Map<String, String> values = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (TemplateSection section : template.sections()) {
            for (TemplateLine line : section.lines()) {
                if (!traced.has(line) && !line.maySayNothing()) {
                    missing.add(line.key());
                }
                for (TemplateLine.PlacedField place : line.placed()) {
                    TemplateField field = template.fields().get(place.field());
                    if (field != null && field.isTyped()) {
                        values.put(field.id(), value(field, line));
                    }
                }
            }
        }
        FormState state = new FormState(template, values, missing);
        Set<String> gone = template.sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(state::isGone)
                .map(TemplateLine::key)
                .collect(Collectors.toSet());
        withInitial(values, state);
        return new TemplateForm(template, values, gone);
    }

    /// Lines that are not to be there yet begin as the template says when their time comes. Nothing depends on them.
    private void withInitial(Map<String, String> values, FormState state) {
        for (TemplateField field : template.fields().values()) {
            TemplateLine.PlacedField place = template.places().get(field.id());
            if (field.isTyped() && place != null && !traced.has(place.line()) && !state.isShown(place.line())) {
                values.put(field.id(), TemplateForm.initial(field, template, report.study()));
            }
        }
    }

    private String value(TemplateField field, TemplateLine line) {
        if (!traced.has(line)) {
            return line.maySayNothing() ? nothing(field) : TemplateForm.initial(field, template, report.study());
        }
        List<String> said = traced.of(line).stream()
                .flatMap(sentence -> said(field, sentence))
                .distinct()
                .toList();
        if (said.isEmpty()) {
            return nothing(field);
        }
        String value = field.isMultiple() ? String.join(TemplateField.SEPARATOR, said) : said.getFirst();
        return FieldInput.isPossible(field, value) ? value : nothing(field);
    }

    private Stream<String> said(TemplateField field, ReportSentence sentence) {
        return sentence.fields().stream()
                .filter(value -> value.field().equals(field.id()))
                .filter(value -> value.isFollowed() || stands(field, value, sentence.text()))
                .map(FieldValue::value);
    }

    /// Whether the words of a value stand in `text`: a number once only, not inside another, and with its unit behind.
    private boolean stands(TemplateField field, FieldValue value, String text) {
        String words = FieldWords.of(field, value.value(), template.language());
        if (words.isEmpty()) {
            return false;
        }
        if (field.kind() != FieldKind.NUMBER) {
            return text.contains(words);
        }
        int times = 0;
        boolean hasUnit = false;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean isInside = at > 0 && isOfNumber(text.charAt(at - 1)) || end < text.length() && continues(text, end);
            if (!isInside) {
                times++;
                hasUnit =
                        FieldUnit.words(field.unit()).isEmpty() || FieldUnit.begins(text.substring(end), field.unit());
            }
        }
        return times == 1 && hasUnit;
    }

    private static boolean isOfNumber(char c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    private static boolean continues(String text, int end) {
        char c = text.charAt(end);
        boolean isPoint = c == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        return c >= '0' && c <= '9' || isPoint;
    }

    private static String nothing(TemplateField field) {
        return field.kind() == FieldKind.CHECKBOX ? "false" : "";
    }
}
