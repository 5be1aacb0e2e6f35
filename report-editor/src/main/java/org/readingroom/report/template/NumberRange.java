package org.readingroom.report.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What numbers a field takes; null where the template says nothing. Steps are counted from `least`, else from zero.
public record NumberRange(
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable BigDecimal step) {
    static final NumberRange ANY = new NumberRange(null, null, null);

    boolean isOnStep(BigDecimal number) {
        BigDecimal from = least == null ? BigDecimal.ZERO : least;
        return step == null || number.subtract(from).remainder(step).signum() == 0;
    }
}
