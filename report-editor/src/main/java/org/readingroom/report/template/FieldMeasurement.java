package org.readingroom.report.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// Which numbers of a mark a field for numbers can hold, and how they stand in it: in the field's unit,
/// with as many decimals as its step has, one when it has none.
// [impl->req~report.template.measured~1]
public final class FieldMeasurement {
    /// What people mean first when a mark has several numbers of one kind.
    private static final List<Quantity> FIRST = List.of(
            Quantity.LENGTH,
            Quantity.LONG_AXIS,
            Quantity.SHORT_AXIS,
            Quantity.PATH_LENGTH,
            Quantity.MEAN,
            Quantity.VALUE,
            Quantity.MAXIMUM,
            Quantity.MINIMUM,
            Quantity.STANDARD_DEVIATION);

    /// No size of anything: nobody writes them into a field.
    private static final Set<Quantity> NEVER = EnumSet.of(Quantity.PERIMETER, Quantity.COUNT);

    private FieldMeasurement() {}

    /// Those that `field` can hold, the likeliest first.
    public static List<Measurement> fitting(TemplateField field, Measured measured) {
        return measured.measurements().stream()
                .filter(one -> !NEVER.contains(one.quantity()))
                .filter(one -> UnitScale.convert(BigDecimal.ONE, one.ucum(), field.unit())
                        .isPresent())
                .sorted(Comparator.comparingInt(one -> order(one.quantity())))
                .toList();
    }

    private static int order(Quantity quantity) {
        int at = FIRST.indexOf(quantity);
        return at < 0 ? FIRST.size() + quantity.ordinal() : at;
    }

    /// `measurement` as it stands in `field`; empty when the units do not fit, or something would become
    /// nothing.
    public static Optional<String> value(TemplateField field, Measurement measurement) {
        BigDecimal step = field.range().step();
        int decimals = step == null ? 1 : Math.max(0, step.stripTrailingZeros().scale());
        return rounded(measurement, field.unit(), decimals).map(BigDecimal::toPlainString);
    }

    /// The same number as `said` shows it: in its unit, with its decimals.
    public static Optional<String> like(FieldValue said, Measurement measurement) {
        return rounded(measurement, said.unit(), Math.max(0, new BigDecimal(said.value()).scale()))
                .map(BigDecimal::toPlainString);
    }

    private static Optional<BigDecimal> rounded(Measurement measurement, String unit, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(measurement.value());
        return UnitScale.convert(exact, measurement.ucum(), unit)
                .map(value -> value.setScale(decimals, RoundingMode.HALF_UP))
                .filter(value -> value.signum() != 0 || exact.signum() == 0);
    }

    /// The structured value by which `bound` stands in `sentence`; empty for a number that is in no field.
    public static Optional<FieldValue> said(ReportSentence sentence, BoundMeasurement bound) {
        return sentence.fields().stream()
                .filter(value -> value.value().matches("-?\\d+(?:\\.\\d+)?"))
                .filter(value -> bound.shown().equals(value.value())
                        || bound.shown().startsWith(value.value())
                                && isUnit(
                                        bound.shown()
                                                .substring(value.value().length())
                                                .strip(),
                                        value.unit()))
                .findFirst();
    }

    private static boolean isUnit(String words, String ucum) {
        return words.equals(FieldUnit.words(ucum)) || words.equals(ucum);
    }
}
