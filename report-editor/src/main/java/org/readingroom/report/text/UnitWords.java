package org.readingroom.report.text;

import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.annotation.Measurement;

/// How UCUM codes are written in a report.
public final class UnitWords {
    private UnitWords() {}

    /// The unit as it stands behind a number, without the space before it; empty for none.
    public static String of(String ucum, ReportLanguage language) {
        boolean chinese = language == ReportLanguage.CHINESE;
        return switch (ucum) {
            case Measurement.SQUARE_MILLIMETRE -> "mm²";
            case "cm2" -> "cm²";
            case Measurement.DEGREE -> "°";
            case "[hnsf'U]" -> "HU";
            case Measurement.PIXELS -> chinese ? "像素" : "pixels";
            case Measurement.SQUARE_PIXELS -> chinese ? "平方像素" : "square pixels";
            case Measurement.UNITY -> "";
            case "{SUVbw}g/ml" -> "SUVbw";
            case "{SUVlbm}g/ml" -> "SUVlbm";
            case "{SUVbsa}cm2/ml" -> "SUVbsa";
            default -> ucum;
        };
    }
}
