package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// A computed value that a sentence still says as the template wrote it, though what it was computed from gives another
/// now, or none: a person typed over a number, or took it out.
// [impl->req~report.check.computed~1]
public record LostValue(SectionKind section, SentenceId sentence, FieldValue value) {
    /// **Order:** as they are read. Empty for a report made from `template` in another state: of what its sentences
    /// were made then, nothing can be told.
    public static List<LostValue> of(ReportTemplate template, Report report) {
        List<LostValue> lost = new ArrayList<>();
        ReportTemplate repeated = RepeatedTemplate.of(template, report);
        var traced = new TracedLines(repeated, report).ids();
        List<ReportSentence> told = report.sentences().stream()
                .filter(sentence -> sentence.fields().stream()
                        .anyMatch(
                                value -> value.isFollowed() && repeated.fields().containsKey(value.field())))
                .toList();
        if (told.isEmpty()
                || !traced.containsAll(told.stream().map(ReportSentence::id).collect(Collectors.toSet()))) {
            return lost;
        }
        TemplateForm form = new FormReader(repeated, report).form();
        for (Section section : report.sections()) {
            for (ReportSentence sentence : section.sentences()) {
                sentence.fields().stream()
                        .filter(value -> isLost(form, value) && traced.contains(sentence.id()))
                        .map(value -> new LostValue(section.kind(), sentence.id(), value))
                        .forEach(lost::add);
            }
        }
        return lost;
    }

    private static boolean isLost(TemplateForm form, FieldValue value) {
        TemplateField field = form.template().fields().get(value.field());
        return field != null
                && !field.isTyped()
                && value.isFollowed()
                && !form.value(field.id()).equals(value.value());
    }
}
