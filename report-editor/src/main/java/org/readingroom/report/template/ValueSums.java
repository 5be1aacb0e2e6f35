package org.readingroom.report.template;

import java.math.BigDecimal;
import java.math.MathContext;
import org.readingroom.report.rads.TemplateValue;
import org.readingroom.report.rads.TemplateValue.Amount;
import org.readingroom.report.rads.TemplateValue.Truth;
import org.readingroom.report.rads.TemplateValue.Words;

/// Comparing and counting. Kinds that do not fit give [TemplateValue#MISSING].
final class ValueSums {
    /// chosen: twice the digits of anything that is measured.
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private ValueSums() {}

    static TemplateValue compared(TemplateValue a, String sign, TemplateValue b) {
        return switch (a) {
            case Amount(BigDecimal x)
            when b instanceof Amount(BigDecimal y) -> {
                int order = x.compareTo(y);
                yield TemplateValue.of(
                        switch (sign) {
                            case "=" -> order == 0;
                            case "!=" -> order != 0;
                            case "<" -> order < 0;
                            case "<=" -> order <= 0;
                            case ">" -> order > 0;
                            default -> order >= 0;
                        });
            }
            case Words(String x) when b instanceof Words(String y) -> equal(x.equals(y), sign);
            case Truth(boolean x) when b instanceof Truth(boolean y) -> equal(x == y, sign);
            default -> TemplateValue.MISSING;
        };
    }

    private static TemplateValue equal(boolean isEqual, String sign) {
        return switch (sign) {
            case "=" -> TemplateValue.of(isEqual);
            case "!=" -> TemplateValue.of(!isEqual);
            default -> TemplateValue.MISSING;
        };
    }

    static TemplateValue counted(TemplateValue a, char sign, TemplateValue b) {
        if (!(a instanceof Amount(BigDecimal x)) || !(b instanceof Amount(BigDecimal y))) {
            return TemplateValue.MISSING;
        }
        return switch (sign) {
            case '+' -> TemplateValue.of(x.add(y, DIGITS));
            case '-' -> TemplateValue.of(x.subtract(y, DIGITS));
            case '*' -> TemplateValue.of(x.multiply(y, DIGITS));
            default -> y.signum() == 0 ? TemplateValue.MISSING : TemplateValue.of(x.divide(y, DIGITS));
        };
    }
}
