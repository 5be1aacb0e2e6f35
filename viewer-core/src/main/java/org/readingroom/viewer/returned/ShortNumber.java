package org.readingroom.viewer.returned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers of reports as they stand on a picture: four digits that count, never fewer than the whole
/// part has.
final class ShortNumber {
    private static final int DIGITS = 4;

    private ShortNumber() {}

    /// What is no number stands as it is written.
    static String of(String written) {
        try {
            BigDecimal exact = new BigDecimal(written.strip());
            int whole = exact.precision() - exact.scale();
            BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, whole), RoundingMode.HALF_UP));
            return rounded.scale() < 0 || rounded.stripTrailingZeros().scale() < 0
                    ? rounded.toBigInteger().toString()
                    : rounded.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return written.strip();
        }
    }
}
