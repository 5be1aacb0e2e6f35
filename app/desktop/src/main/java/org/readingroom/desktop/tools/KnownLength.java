package org.readingroom.desktop.tools;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length as a person types it: `50`, `50 mm`, `2.5 cm`, `2,5厘米`. Without a unit it is in millimetres.
final class KnownLength {
    /// chosen: longer than any patient.
    private static final double LONGEST_MM = 3000;

    private static final Pattern TYPED = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(mm|cm|毫米|厘米)?");

    private KnownLength() {}

    /// In millimetres; nothing for what is no length of a thing in a picture.
    static OptionalDouble mm(String typed) {
        String plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
        Matcher match = TYPED.matcher(plain);
        if (!match.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(match.group(1).replace(',', '.'));
        String unit = match.group(2);
        double mm = "cm".equals(unit) || "厘米".equals(unit) ? 10 * number : number;
        return mm > 0 && mm <= LONGEST_MM ? OptionalDouble.of(mm) : OptionalDouble.empty();
    }
}
