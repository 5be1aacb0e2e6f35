package org.readingroom.desktop.hospital;

import java.util.Locale;

/// Sizes as they are read: the largest binary unit that fits, one decimal below ten.
final class ByteWords {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private ByteWords() {}

    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        // what would be rounded to 1024 is one of the next unit
        while (value >= 1023.5 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        boolean isFine = unit > 0 && value < 9.95;
        return String.format(Locale.ROOT, isFine ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
