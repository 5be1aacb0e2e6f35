package org.readingroom.viewer.dicom;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as value representation DS wants them: at most sixteen characters.
///
/// **Source:** DICOM PS3.5 section 6.2.
public final class DecimalString {
    private static final int MAX_LENGTH = 16;

    private DecimalString() {}

    /// The shortest text that reads back as `value`, or the nearest one that fits.
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no decimal string");
        }
        BigDecimal exact = new BigDecimal(Double.toString(value));
        for (int digits = 17; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            String shorter = plain.length() <= MAX_LENGTH ? plain : rounded.toString();
            if (shorter.length() <= MAX_LENGTH) {
                return shorter;
            }
        }
        throw new IllegalArgumentException(value + " has no decimal string");
    }
}
