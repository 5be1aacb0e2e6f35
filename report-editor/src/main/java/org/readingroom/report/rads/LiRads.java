package org.readingroom.report.rads;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// LI-RADS for CT and MRI, v2018: the category of one untreated observation.
///
/// The order is that of the algorithm: not categorizable, tumour in vein, definitely and probably benign,
/// LR-M, then the diagnostic table, then ancillary features. Whether an observation is one of the former is
/// the reader's.
///
/// **Source:** American College of Radiology, CT/MRI LI-RADS v2018 CORE, July 2018, steps 1 and 2.
/// **Left out:** the tie-breaking rule (the reader's) and the treatment response algorithm.
// [impl->req~report.rads.tables~1]
public final class LiRads {
    private static final int LARGEST_MM = 400;

    private LiRads() {}

    public enum Look {
        /// Images missing or degraded.
        NOT_CATEGORIZABLE,
        TUMOR_IN_VEIN,
        DEFINITELY_BENIGN,
        PROBABLY_BENIGN,
        /// Probably or definitely malignant, not specific for hepatocellular carcinoma, such as targetoid.
        NOT_HCC_SPECIFIC,
        OTHER
    }

    /// `applies`: an adult at high risk (cirrhosis not vascular nor of congenital fibrosis, chronic
    /// hepatitis B, present or past hepatocellular carcinoma). `growth`: threshold growth, half as large
    /// again within six months; false when there is no earlier examination.
    public record Observation(
            @Nullable Boolean applies,
            @Nullable Look look,
            @Nullable BigDecimal sizeMm,
            @Nullable Boolean nonrimAphe,
            @Nullable Boolean washout,
            @Nullable Boolean capsule,
            @Nullable Boolean growth) {}

    public static RadsAnswer category(Observation seen) {
        if (Boolean.FALSE.equals(seen.applies())) {
            return RadsAnswer.not(Reason.NOT_APPLICABLE);
        }
        Look look = seen.look();
        if (seen.applies() == null || look == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return switch (look) {
            case NOT_CATEGORIZABLE -> RadsAnswer.of("LR-NC");
            case TUMOR_IN_VEIN -> RadsAnswer.of("LR-TIV");
            case DEFINITELY_BENIGN -> RadsAnswer.of("LR-1");
            case PROBABLY_BENIGN -> RadsAnswer.of("LR-2");
            case NOT_HCC_SPECIFIC -> RadsAnswer.of("LR-M");
            case OTHER -> table(seen);
        };
    }

    private static RadsAnswer table(Observation seen) {
        BigDecimal size = seen.sizeMm();
        Boolean aphe = seen.nonrimAphe();
        Boolean washout = seen.washout();
        Boolean capsule = seen.capsule();
        Boolean growth = seen.growth();
        Reason fault = Size.fault(size, LARGEST_MM);
        if (size == null || fault != null || aphe == null || washout == null || capsule == null || growth == null) {
            return RadsAnswer.not(fault == null ? Reason.MISSING : fault);
        }
        long more = Stream.of(washout, capsule, growth).filter(one -> one).count();
        boolean isBelow20 = Size.below(size, 20);
        if (!aphe) {
            return RadsAnswer.of(more >= (isBelow20 ? 2 : 1) ? "LR-4" : "LR-3");
        }
        if (Size.below(size, 10)) {
            return RadsAnswer.of(more == 0 ? "LR-3" : "LR-4");
        }
        if (isBelow20) {
            return RadsAnswer.of(more == 0 ? "LR-3" : more == 1 && capsule ? "LR-4" : "LR-5");
        }
        return RadsAnswer.of(more == 0 ? "LR-4" : "LR-5");
    }

    /// Moves LR-1 to LR-5 by at most one for ancillary features: up never to LR-5, and nowhere when both
    /// kinds are there.
    public static RadsAnswer withAncillary(
            @Nullable String category, @Nullable Boolean favorsMalignancy, @Nullable Boolean favorsBenignity) {
        if (category == null || favorsMalignancy == null || favorsBenignity == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return switch (category) {
            case "LR-NC", "LR-TIV", "LR-M" -> RadsAnswer.of(category);
            case "LR-1", "LR-2", "LR-3", "LR-4", "LR-5" -> {
                int level = category.charAt(3) - '0';
                if (favorsMalignancy && !favorsBenignity && level < 4) {
                    level++;
                } else if (favorsBenignity && !favorsMalignancy && level > 1) {
                    level--;
                }
                yield RadsAnswer.of("LR-" + level);
            }
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }
}
