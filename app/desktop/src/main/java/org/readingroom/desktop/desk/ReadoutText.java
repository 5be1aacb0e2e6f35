package org.readingroom.desktop.desk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.readingroom.viewer.geometry.Vec3;

/// Writes what lies under the pointer in one line: value with unit, pixel, place in the patient.
final class ReadoutText {
    private ReadoutText() {}

    static String of(ViewportModel.Readout under) {
        StringBuilder text = new StringBuilder();
        if (!Float.isNaN(under.value())) {
            if (under.isDifference()) {
                text.append("Δ ");
            }
            text.append(with(under.value(), under.unit())).append("   ");
        }
        for (ViewportModel.OtherValue other : under.others()) {
            text.append((other.label() + " " + significant(other.value()) + " " + other.unit()).strip())
                    .append("   ");
        }
        if (under.column() >= 0) {
            text.append(under.column()).append(", ").append(under.row()).append("   ");
        }
        Vec3 p = under.pPatient();
        if (p != null) {
            text.append(axis(p.x(), "L", "R"))
                    .append("  ")
                    .append(axis(p.y(), "P", "A"))
                    .append("  ")
                    .append(axis(p.z(), "H", "F"))
                    .append(" mm");
        }
        return text.toString().strip();
    }

    /// Four significant places: diffusion coefficients are thousandths.
    static String significant(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return CornerText.number(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return rounded.precision() - rounded.scale() < -4 ? rounded.toString() : rounded.toPlainString();
    }

    private static String with(double value, String unit) {
        return (CornerText.number(value) + " " + unit).strip();
    }

    private static String axis(double mm, String positive, String negative) {
        return (mm >= 0 ? positive : negative) + String.format(Locale.ROOT, "%.1f", Math.abs(mm));
    }
}
