package org.readingroom.report.rads;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// ACR TI-RADS 2017: points, level and what follows for one nodule of the thyroid.
///
/// **Source:** Tessler et al., J Am Coll Radiol 2017;14:587 (doi 10.1016/j.jacr.2017.01.046), figure 1.
/// **Left out:** a sum of one point, for which the figure has no level.
// [impl->req~report.rads.tables~1]
public final class AcrTiRads {
    private static final int LARGEST_MM = 150;

    private AcrTiRads() {}

    public enum Composition {
        CYSTIC(0),
        SPONGIFORM(0),
        MIXED(1),
        SOLID(2),
        /// Cannot be told for calcification.
        HIDDEN(2);

        private final int points;

        Composition(int points) {
            this.points = points;
        }
    }

    public enum Echogenicity {
        ANECHOIC(0),
        HYPERECHOIC(1),
        ISOECHOIC(1),
        HYPOECHOIC(2),
        VERY_HYPOECHOIC(3),
        HIDDEN(1);

        private final int points;

        Echogenicity(int points) {
            this.points = points;
        }
    }

    public enum Margin {
        SMOOTH(0),
        ILL_DEFINED(0),
        HIDDEN(0),
        LOBULATED_OR_IRREGULAR(2),
        EXTRATHYROIDAL(3);

        private final int points;

        Margin(int points) {
            this.points = points;
        }
    }

    /// The last three are echogenic foci, of which all that are seen count; large comet tails count nothing.
    public record Nodule(
            @Nullable Composition composition,
            @Nullable Echogenicity echogenicity,
            @Nullable Boolean isTallerThanWide,
            @Nullable Margin margin,
            @Nullable Boolean macrocalcifications,
            @Nullable Boolean rimCalcifications,
            @Nullable Boolean punctateFoci) {}

    /// The sum, empty when a feature is missing or two contradict. A spongiform nodule has none whatever
    /// else is seen.
    public static Optional<Integer> points(Nodule nodule) {
        Composition composition = nodule.composition();
        if (composition == Composition.SPONGIFORM) {
            return Optional.of(0);
        }
        Echogenicity echogenicity = nodule.echogenicity();
        Boolean taller = nodule.isTallerThanWide();
        Margin margin = nodule.margin();
        Boolean macro = nodule.macrocalcifications();
        Boolean rim = nodule.rimCalcifications();
        Boolean punctate = nodule.punctateFoci();
        if (composition == null
                || echogenicity == null
                || taller == null
                || margin == null
                || macro == null
                || rim == null
                || punctate == null
                || echogenicity == Echogenicity.ANECHOIC && composition != Composition.CYSTIC) {
            return Optional.empty();
        }
        return Optional.of(composition.points
                + echogenicity.points
                + (taller ? 3 : 0)
                + margin.points
                + (macro ? 1 : 0)
                + (rim ? 2 : 0)
                + (punctate ? 3 : 0));
    }

    /// TR1 to TR5.
    public static RadsAnswer level(Nodule nodule) {
        return points(nodule).map(AcrTiRads::levelOf).orElse(RadsAnswer.not(Reason.MISSING));
    }

    private static RadsAnswer levelOf(int points) {
        return switch (points) {
            case 0 -> RadsAnswer.of("TR1");
            case 1 -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
            case 2 -> RadsAnswer.of("TR2");
            case 3 -> RadsAnswer.of("TR3");
            case 4, 5, 6 -> RadsAnswer.of("TR4");
            default -> RadsAnswer.of("TR5");
        };
    }

    /// `fna`, `followUp` or `none`, by the largest diameter.
    public static RadsAnswer management(@Nullable String level, @Nullable BigDecimal largestMm) {
        if (level == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return switch (level) {
            case "TR1", "TR2" -> RadsAnswer.of("none");
            case "TR3" -> bySize(largestMm, 25, 15);
            case "TR4" -> bySize(largestMm, 15, 10);
            case "TR5" -> bySize(largestMm, 10, 5);
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }

    private static RadsAnswer bySize(@Nullable BigDecimal mm, int fna, int followUp) {
        Reason fault = Size.fault(mm, LARGEST_MM);
        if (mm == null || fault != null) {
            return RadsAnswer.not(fault == null ? Reason.MISSING : fault);
        }
        return RadsAnswer.of(!Size.below(mm, fna) ? "fna" : !Size.below(mm, followUp) ? "followUp" : "none");
    }
}
