package org.readingroom.report.rads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// Fleischner Society 2017: what follows from lung nodules found by chance.
///
/// Sizes are mean diameters and are rounded to whole millimetres first, as the guideline measures. With
/// several nodules the most suspicious one is the one asked for.
///
/// **Source:** MacMahon et al., Radiology 2017;284:228, table 1 (doi 10.1148/radiol.2017161659).
// [impl->req~report.rads.tables~1]
public final class Fleischner {
    private static final int LARGEST_MM = 300;

    private Fleischner() {}

    public enum Kind {
        SOLID,
        PART_SOLID,
        GROUND_GLASS
    }

    /// `isHighRisk` counts only for solid nodules. `applies` is false below 35 years, with a known cancer,
    /// a weak immune system, or in screening.
    public record Nodules(
            @Nullable Kind kind,
            @Nullable Boolean areSeveral,
            @Nullable BigDecimal meanMm,
            @Nullable Boolean isHighRisk,
            @Nullable Boolean applies) {}

    /// The row of the table, such as `ct6to12thenConsider18to24`.
    public static RadsAnswer management(Nodules nodules) {
        if (Boolean.FALSE.equals(nodules.applies())) {
            return RadsAnswer.not(Reason.NOT_APPLICABLE);
        }
        Kind kind = nodules.kind();
        Boolean several = nodules.areSeveral();
        BigDecimal mean = nodules.meanMm();
        Reason fault = Size.fault(mean, LARGEST_MM);
        if (nodules.applies() == null || kind == null || several == null || mean == null || fault != null) {
            return RadsAnswer.not(fault == null ? Reason.MISSING : fault);
        }
        BigDecimal mm = mean.setScale(0, RoundingMode.HALF_UP);
        return kind == Kind.SOLID ? solid(several, mm, nodules.isHighRisk()) : subsolid(kind, several, mm);
    }

    private static RadsAnswer solid(boolean several, BigDecimal mm, @Nullable Boolean isHighRisk) {
        boolean isLarge = !Size.below(mm, 9);
        if (isLarge && !several) {
            return RadsAnswer.of("ct3orPetOrBiopsy");
        }
        if (isHighRisk == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        if (Size.below(mm, 6)) {
            return RadsAnswer.of(isHighRisk ? "optionalCt12" : "none");
        }
        String first = several ? "ct3to6" : "ct6to12";
        return RadsAnswer.of(first + (isHighRisk ? "then18to24" : "thenConsider18to24"));
    }

    private static RadsAnswer subsolid(Kind kind, boolean several, BigDecimal mm) {
        boolean isSmall = Size.below(mm, 6);
        if (several) {
            return RadsAnswer.of(isSmall ? "ct3to6thenConsider2yAnd4y" : "ct3to6thenMostSuspicious");
        }
        if (isSmall) {
            return RadsAnswer.of("none");
        }
        return RadsAnswer.of(kind == Kind.GROUND_GLASS ? "ct6to12thenEvery2yTo5y" : "ct3to6thenYearlyTo5y");
    }
}
