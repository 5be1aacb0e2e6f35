package org.readingroom.desktop.objects;

import java.util.Locale;

/// The name of a region found by its threshold, such as `≥ 120 HU`.
final class MeasuredName {
    private MeasuredName() {}

    static String of(double threshold, boolean isDark, String unit) {
        String number = Math.abs(threshold) >= 100
                ? Long.toString(Math.round(threshold))
                : String.format(Locale.ROOT, "%.2f", threshold);
        return (isDark ? "≤ " : "≥ ") + (number + " " + unit).strip();
    }
}
