package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;

/// Carries a measurement into a field: the form says it, and its sentence is bound to the mark.
// [impl->req~report.template.measured~1]
public final class MeasuredField {
    private MeasuredField() {}

    /// One step: the form with `value` in `field`, and the sentence that says it resting on `mark`.
    public static ReportEdit edit(
            Report report,
            TemplateForm form,
            TemplateField field,
            String value,
            AnnotationId mark,
            Measurement measurement,
            List<EvidenceAnchor> evidence) {
        TemplateForm after = form.with(field.id(), value);
        Report formed =
                FormSections.change(report, form, after, field.id()).edit().apply(report);
        return whole(
                report,
                formed,
                sentence -> says(sentence, field.id(), value)
                        ? bound(sentence, field, value, mark, measurement, evidence)
                        : sentence);
    }

    /// What a check would put right: the sentence `fix`, and when it changes a value of the report's
    /// form, all that follows from that value. Empty when the form does not take the value.
    public static Optional<ReportEdit> follow(
            Report report, SectionKind kind, ReportSentence fix, Optional<ReportTemplate> template) {
        Optional<FieldValue> changed = report.section(kind).sentences().stream()
                .filter(sentence -> sentence.id().equals(fix.id()))
                .flatMap(sentence -> changed(sentence, fix).stream())
                .findFirst();
        Optional<ReportTemplate> repeated = template.map(one -> RepeatedTemplate.of(one, report));
        TemplateField field = repeated.flatMap(
                        one -> changed.map(value -> one.fields().get(value.field())))
                .orElse(null);
        if (changed.isEmpty() || template.isEmpty() || field == null) {
            return Optional.of(ReportEdits.replace(report, kind, fix));
        }
        String value = changed.get().value();
        if (!FieldInput.isPossible(field, value)) {
            return Optional.empty();
        }
        TemplateForm form = TemplateForm.of(template.get(), report);
        Report formed = FormSections.change(report, form, form.with(field.id(), value), field.id())
                .edit()
                .apply(report);
        return Optional.of(whole(
                report,
                formed,
                sentence -> sentence.id().equals(fix.id())
                        ? with(sentence, fix.measurements(), sentence.evidence())
                        : sentence));
    }

    private static List<FieldValue> changed(ReportSentence now, ReportSentence fix) {
        return fix.fields().stream()
                .filter(FieldValue::isFollowed)
                .filter(value -> now.fields().stream()
                        .anyMatch(old -> old.field().equals(value.field())
                                && !old.value().equals(value.value())))
                .toList();
    }

    private interface Change {
        ReportSentence of(ReportSentence sentence);
    }

    private static ReportEdit whole(Report report, Report formed, Change change) {
        List<Section> sections = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            Section section = new Section(
                    kind,
                    formed.section(kind).sentences().stream().map(change::of).toList());
            if (!section.equals(report.section(kind))) {
                sections.add(section);
            }
        }
        return ReportEdits.exchange(report, sections, "report.edit.form");
    }

    private static boolean says(ReportSentence sentence, String field, String value) {
        return sentence.fields().stream()
                .anyMatch(one -> one.isFollowed()
                        && one.field().equals(field)
                        && one.value().equals(value));
    }

    private static ReportSentence bound(
            ReportSentence sentence,
            TemplateField field,
            String value,
            AnnotationId mark,
            Measurement measurement,
            List<EvidenceAnchor> evidence) {
        String shown = shown(sentence.words(), value, field.unit());
        List<BoundMeasurement> measurements = new ArrayList<>(sentence.measurements());
        Set<AnnotationId> let = new HashSet<>();
        // the same number from another mark: this field rests on the new one
        measurements.removeIf(old -> old.shown().equals(shown) && let.add(old.annotation()));
        measurements.add(new BoundMeasurement(mark, measurement, shown));
        measurements.forEach(one -> let.remove(one.annotation()));
        List<EvidenceAnchor> anchors = new ArrayList<>(sentence.evidence());
        anchors.removeIf(anchor -> let.contains(anchor.annotation()));
        evidence.stream()
                .filter(one -> anchors.stream().noneMatch(old -> Objects.equals(old.annotation(), one.annotation())))
                .forEach(anchors::add);
        return with(sentence, measurements, anchors);
    }

    /// The number with its unit as they stand in `words`.
    private static String shown(String words, String value, String unit) {
        for (int at = words.indexOf(value); at >= 0; at = words.indexOf(value, at + 1)) {
            String rest = words.substring(at + value.length());
            int gap = rest.length() - rest.stripLeading().length();
            for (String written : List.of(FieldUnit.words(unit), unit)) {
                if (!written.isEmpty() && rest.stripLeading().startsWith(written)) {
                    return value + rest.substring(0, gap + written.length());
                }
            }
        }
        return value;
    }

    private static ReportSentence with(
            ReportSentence sentence, List<BoundMeasurement> measurements, List<EvidenceAnchor> evidence) {
        return new ReportSentence(
                sentence.id(),
                sentence.text(),
                sentence.origin(),
                evidence,
                measurements,
                sentence.concepts(),
                sentence.fields(),
                sentence.suggestion());
    }
}
