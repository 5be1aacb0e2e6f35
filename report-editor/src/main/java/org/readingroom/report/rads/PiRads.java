package org.readingroom.report.rads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// PI-RADS v2.1: the category of one lesion of the prostate.
///
/// **Source:** American College of Radiology, PI-RADS v2.1, 2019, "PI-RADS Assessment" for the peripheral
/// and the transition zone; Turkbey et al., Eur Urol 2019;76:340 (doi 10.1016/j.eururo.2019.02.033).
/// **Left out:** assessment without adequate diffusion images; central zone and anterior fibromuscular
/// stroma.
// [impl->req~report.rads.tables~1]
public final class PiRads {
    private PiRads() {}

    public enum Zone {
        PERIPHERAL,
        TRANSITION
    }

    public enum Enhancement {
        POSITIVE,
        NEGATIVE,
        /// Not done, or of no use: a 3 of the peripheral zone stays 3.
        INADEQUATE
    }

    /// `t2` and `dwi` are whole numbers from 1 to 5.
    public record Lesion(
            @Nullable Zone zone,
            @Nullable BigDecimal t2,
            @Nullable BigDecimal dwi,
            @Nullable Enhancement dce) {}

    public static RadsAnswer category(Lesion lesion) {
        Zone zone = lesion.zone();
        if (zone == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        if (isNoScore(lesion.t2()) || isNoScore(lesion.dwi())) {
            return RadsAnswer.not(Reason.IMPLAUSIBLE);
        }
        return zone == Zone.PERIPHERAL ? peripheral(lesion.dwi(), lesion.dce()) : transition(lesion.t2(), lesion.dwi());
    }

    private static RadsAnswer peripheral(@Nullable BigDecimal dwi, @Nullable Enhancement dce) {
        if (dwi == null || dwi.intValue() == 3 && dce == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        int score = dwi.intValue();
        return code(score == 3 && dce == Enhancement.POSITIVE ? 4 : score);
    }

    private static RadsAnswer transition(@Nullable BigDecimal t2, @Nullable BigDecimal dwi) {
        if (t2 == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        int score = t2.intValue();
        if (score != 2 && score != 3) {
            return code(score);
        }
        if (dwi == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return code(dwi.intValue() >= (score == 2 ? 4 : 5) ? score + 1 : score);
    }

    private static RadsAnswer code(int category) {
        return RadsAnswer.of(Integer.toString(category));
    }

    private static boolean isNoScore(@Nullable BigDecimal score) {
        return score != null
                && (score.stripTrailingZeros().scale() > 0
                        || Size.below(score, 1)
                        || score.compareTo(BigDecimal.valueOf(5)) > 0);
    }
}
