package org.readingroom.report.rads;

import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// CAD-RADS 2.0: the category of a patient by the tightest stenosis of the coronary arteries.
///
/// **Source:** Cury et al., CAD-RADS 2.0, J Cardiovasc Comput Tomogr 2022;16:536 (doi
/// 10.1016/j.jcct.2022.07.002), table 1. **Left out:** N, the plaque burden P and the modifiers, which are
/// the reader's.
// [impl->req~report.rads.tables~1]
public final class CadRads {
    private CadRads() {}

    /// Degrees of stenosis, in percent of the diameter.
    public enum Stenosis {
        /// Neither plaque nor stenosis.
        NONE("0"),
        /// Plaque without stenosis, too.
        MINIMAL_1_TO_24("1"),
        MILD_25_TO_49("2"),
        MODERATE_50_TO_69("3"),
        SEVERE_70_TO_99("4A"),
        OCCLUDED("5");

        private final String category;

        Stenosis(String category) {
            this.category = category;
        }
    }

    /// `leftMain`: the left main artery is narrowed by 50 % and more. `threeVessels`: three arteries by 70
    /// % and more.
    public static RadsAnswer category(
            @Nullable Stenosis tightest, @Nullable Boolean leftMain, @Nullable Boolean threeVessels) {
        if (tightest == null || leftMain == null || threeVessels == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        Stenosis least =
                threeVessels ? Stenosis.SEVERE_70_TO_99 : leftMain ? Stenosis.MODERATE_50_TO_69 : Stenosis.NONE;
        if (tightest.compareTo(least) < 0) {
            return RadsAnswer.not(Reason.IMPLAUSIBLE);
        }
        boolean isFourB = tightest != Stenosis.OCCLUDED && (leftMain || threeVessels);
        return RadsAnswer.of(isFourB ? "4B" : tightest.category);
    }
}
