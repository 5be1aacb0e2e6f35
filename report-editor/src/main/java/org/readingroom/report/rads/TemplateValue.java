package org.readingroom.report.rads;

import java.math.BigDecimal;

/// What an expression of a template gives: words, a number, true or false, or nothing that is known.
///
/// Numbers are decimal, so that 0.1 + 0.2 is 0.3 and a threshold is met when a person would say so.
public sealed interface TemplateValue {
    /// Not known: a field without a value, or a question without an answer. Never a zero, never a no.
    record Missing() implements TemplateValue {}

    /// Words, or the code of a chosen option.
    record Words(String text) implements TemplateValue {}

    record Amount(BigDecimal number) implements TemplateValue {}

    record Truth(boolean isTrue) implements TemplateValue {}

    TemplateValue MISSING = new Missing();

    static TemplateValue of(String text) {
        return new Words(text);
    }

    static TemplateValue of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    static TemplateValue of(BigDecimal number) {
        return new Amount(number);
    }

    static TemplateValue of(boolean isTrue) {
        return new Truth(isTrue);
    }
}
