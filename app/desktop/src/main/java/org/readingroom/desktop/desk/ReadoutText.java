package org.readingroom.desktop.desk;

import java.util.Locale;
import org.readingroom.viewer.geometry.Vec3;

/// Writes what lies under the pointer in one line: value with unit, pixel, place in the patient.
final class ReadoutText {
    private ReadoutText() {}

    static String of(ViewportModel.Readout under) {
        StringBuilder text = new StringBuilder();
        if (!Float.isNaN(under.value())) {
            text.append(CornerText.number(under.value()));
            if (!under.unit().isEmpty()) {
                text.append(' ').append(under.unit());
            }
            text.append("   ");
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

    private static String axis(double mm, String positive, String negative) {
        return (mm >= 0 ? positive : negative) + String.format(Locale.ROOT, "%.1f", Math.abs(mm));
    }
}
