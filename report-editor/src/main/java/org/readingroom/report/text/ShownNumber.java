package org.readingroom.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.annotation.Measurement;

/// A measured value in the form it has in a sentence.
///
/// One decimal, half away from zero, counted on the shortest decimal that stands for the double: 8.25 shows
/// as 8.3; a cardiothoracic ratio has two. A value that one decimal would show as zero keeps two significant
/// digits, so nothing measured is ever shown as nothing. The unit is the measurement's own; nothing is
/// converted. `isRounded` tells that digits were left out.
///
/// **Units:** as in [UnitWords], one space before all but the degree sign.
// [impl->req~report.text.numbers~1]
public record ShownNumber(BigDecimal value, String ucum, boolean isRounded, String text) {
    public static ShownNumber of(Measurement measurement, ReportLanguage language) {
        BigDecimal exact = BigDecimal.valueOf(measurement.value());
        // a ratio near one half: its first decimal would hide a difference that matters
        int decimals = measurement.quantity() == Measurement.Quantity.CARDIOTHORACIC_RATIO ? 2 : 1;
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && exact.signum() != 0) {
            rounded = exact.round(new MathContext(2, RoundingMode.HALF_UP));
        }
        String unit = UnitWords.of(measurement.ucum(), language);
        String gap = unit.isEmpty() || unit.equals("°") ? "" : " ";
        return new ShownNumber(
                rounded, measurement.ucum(), rounded.compareTo(exact) != 0, rounded.toPlainString() + gap + unit);
    }
}
