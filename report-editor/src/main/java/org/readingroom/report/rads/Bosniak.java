package org.readingroom.report.rads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// Bosniak classification, version 2019, of a cystic mass of the kidney with walls and septa seen at CT.
///
/// **Source:** Silverman et al., Radiology 2019;292:475 (doi 10.1148/radiol.2019182646), table 2.
/// **Left out:** class II by attenuation alone (homogeneous masses); MRI; thick parts that do not enhance.
// [impl->req~report.rads.tables~1]
public final class Bosniak {
    private static final BigDecimal THICKEST_MM = BigDecimal.valueOf(50);

    private Bosniak() {}

    public enum Septa {
        NONE,
        /// One to three.
        FEW,
        /// Four and more.
        MANY
    }

    /// Thicknesses are whole millimetres, as the table's; `septaMm` counts only where there are septa.
    /// `enhances`: the thickest wall or septum, or the many, enhance. `isIrregular`: convex protrusions of
    /// at most 3 mm with obtuse margins. `nodule`: an enhancing protrusion of 4 mm and more with obtuse
    /// margins, or of any size with acute ones. `isSimpleFluid`: homogeneous, from -9 to 20 HU.
    public record Mass(
            @Nullable BigDecimal wallMm,
            @Nullable Septa septa,
            @Nullable BigDecimal septaMm,
            @Nullable Boolean enhances,
            @Nullable Boolean isIrregular,
            @Nullable Boolean nodule,
            @Nullable Boolean isCalcified,
            @Nullable Boolean isSimpleFluid) {}

    /// I, II, IIF, III or IV.
    public static RadsAnswer category(Mass mass) {
        if (Boolean.TRUE.equals(mass.nodule())) {
            return RadsAnswer.of("IV");
        }
        BigDecimal wall = mass.wallMm();
        Septa septa = mass.septa();
        BigDecimal septum = septa == Septa.NONE ? BigDecimal.ZERO : mass.septaMm();
        Boolean enhances = mass.enhances();
        Boolean irregular = mass.isIrregular();
        if (mass.nodule() == null
                || wall == null
                || septa == null
                || septum == null
                || enhances == null
                || irregular == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        if (isNoThickness(wall) || isNoThickness(septum)) {
            return RadsAnswer.not(Reason.IMPLAUSIBLE);
        }
        int thickest = wall.max(septum).intValue();
        if (irregular || thickest >= 4) {
            return enhances ? RadsAnswer.of("III") : RadsAnswer.not(Reason.OUTSIDE_TABLE);
        }
        if (thickest == 3 || septa == Septa.MANY) {
            return enhances ? RadsAnswer.of("IIF") : RadsAnswer.not(Reason.OUTSIDE_TABLE);
        }
        return thin(mass, septa);
    }

    private static RadsAnswer thin(Mass mass, Septa septa) {
        Boolean calcified = mass.isCalcified();
        if (septa == Septa.FEW || Boolean.TRUE.equals(calcified)) {
            return RadsAnswer.of("II");
        }
        Boolean simple = mass.isSimpleFluid();
        if (calcified == null || simple == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return simple ? RadsAnswer.of("I") : RadsAnswer.not(Reason.OUTSIDE_TABLE);
    }

    private static boolean isNoThickness(BigDecimal mm) {
        return mm.signum() < 0 || mm.stripTrailingZeros().scale() > 0 || mm.compareTo(THICKEST_MM) > 0;
    }
}
