package org.readingroom.report.rads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// A length in millimetres against the thresholds of a table.
///
/// Decimal, so that 6.0 reaches a threshold of 6 and 5.99 does not; nothing is rounded unless its table
/// says so.
final class Size {
    private Size() {}

    /// Why `mm` cannot be used, or null when it can: above zero and at most `most`.
    static @Nullable Reason fault(@Nullable BigDecimal mm, int most) {
        if (mm == null) {
            return Reason.MISSING;
        }
        return mm.signum() <= 0 || mm.compareTo(BigDecimal.valueOf(most)) > 0 ? Reason.IMPLAUSIBLE : null;
    }

    static boolean below(BigDecimal mm, int threshold) {
        return mm.compareTo(BigDecimal.valueOf(threshold)) < 0;
    }
}
