package org.readingroom.report.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Finding;
import org.readingroom.report.template.FieldInput;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.FieldKind;
import org.readingroom.report.template.FieldMeasurement;
import org.readingroom.report.template.MeasuredField;
import org.readingroom.report.template.TemplateField;
import org.readingroom.report.template.TemplateForm;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Puts the current measurement of the desk into a field for numbers, bound to its mark. Asked again with
/// the same mark, it takes the mark's next number that fits, and says which.
///
/// **Thread:** `fx`, or one test thread; needs no toolkit.
// [impl->req~report.template.measured~1]
public final class MeasuringField {
    private static final Set<Quantity> NAMED = Set.of(
            Quantity.LONG_AXIS,
            Quantity.SHORT_AXIS,
            Quantity.MEAN,
            Quantity.MAXIMUM,
            Quantity.MINIMUM,
            Quantity.STANDARD_DEVIATION);

    private final FormModel model;
    private @Nullable Taken last;

    private record Taken(String field, AnnotationId mark, int at) {}

    MeasuringField(FormModel model) {
        this.model = model;
    }

    /// Whether a measurement can be put into the field at all.
    boolean isFor(String id) {
        return model.field(id).filter(field -> field.kind() == FieldKind.NUMBER).isPresent();
    }

    /// What became of it; a refusal names a line of the `report` messages.
    public Answer take(String id) {
        TemplateForm form = model.formProperty().get();
        TemplateField field = model.field(id).orElse(null);
        if (form == null || field == null || field.kind() != FieldKind.NUMBER) {
            return refused("measured-other");
        }
        if (model.isOwn(id)) {
            return refused("own-words");
        }
        Optional<Finding> finding = model.editor().ports().measurements().current();
        if (finding.isEmpty() || finding.get().measured().isEmpty()) {
            return new Answer.Refused("report.ui.no-measurement", List.of());
        }
        Measured measured = finding.get().measured().getFirst();
        if (measured.isCalibratedByHand()) {
            return refused("measured-by-hand");
        }
        List<Measurement> fits = FieldMeasurement.fitting(field, measured);
        if (fits.isEmpty()) {
            boolean isInPixels = measured.measurements().stream()
                    .anyMatch(one ->
                            one.ucum().equals(Measurement.PIXELS) || one.ucum().equals(Measurement.SQUARE_PIXELS));
            return refused(isInPixels ? "measured-pixels" : "measured-other");
        }
        int at = form.value(id).isEmpty() ? 0 : next(id, measured.annotation(), fits.size());
        Measurement measurement = fits.get(at);
        Optional<String> value = FieldMeasurement.value(field, measurement);
        if (value.isEmpty()) {
            return refused("measured-nothing");
        }
        Answer answer = FieldInput.accept(field, value.get());
        if (answer instanceof Answer.Taken(String taken)) {
            boolean isWritten = model.editor()
                    .write(report -> MeasuredField.edit(
                            report,
                            form,
                            field,
                            taken,
                            measured.annotation(),
                            measurement,
                            finding.get().evidence()));
            if (!isWritten) {
                return new Answer.Refused("report.ui.locked", List.of());
            }
            last = new Taken(id, measured.annotation(), at);
            if (fits.size() > 1) {
                model.editor().say(took(measurement.quantity()));
            }
        }
        return answer;
    }

    /// Which of `many` comes next: the first for another mark or field.
    private int next(String id, AnnotationId mark, int many) {
        Taken before = last;
        return before != null && before.field.equals(id) && before.mark.equals(mark) ? (before.at + 1) % many : 0;
    }

    private static String took(Quantity quantity) {
        return "report.form.took."
                + (NAMED.contains(quantity)
                        ? quantity.name().toLowerCase(Locale.ROOT).replace('_', '-')
                        : "other");
    }

    private static Answer.Refused refused(String reason) {
        return new Answer.Refused("report.form." + reason, List.of());
    }
}
