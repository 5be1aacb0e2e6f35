package org.readingroom.report.rads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The volume of an organ by three diameters.
///
/// **Source:** PI-RADS v2.1, section II: anteroposterior × longitudinal × transverse diameter × 0.52.
public final class EllipsoidVolume {
    private static final BigDecimal FACTOR = new BigDecimal("0.52");
    private static final BigDecimal CUBIC_MM_PER_ML = BigDecimal.valueOf(1000);
    private static final int LARGEST_MM = 500;

    private EllipsoidVolume() {}

    /// **Units:** millimetres in, millilitres with one decimal out; empty when one is missing or
    /// implausible.
    public static Optional<BigDecimal> millilitres(
            @Nullable BigDecimal a, @Nullable BigDecimal b, @Nullable BigDecimal c) {
        if (a == null
                || b == null
                || c == null
                || Size.fault(a, LARGEST_MM) != null
                || Size.fault(b, LARGEST_MM) != null
                || Size.fault(c, LARGEST_MM) != null) {
            return Optional.empty();
        }
        return Optional.of(a.multiply(b).multiply(c).multiply(FACTOR).divide(CUBIC_MM_PER_ML, 1, RoundingMode.HALF_UP));
    }
}
