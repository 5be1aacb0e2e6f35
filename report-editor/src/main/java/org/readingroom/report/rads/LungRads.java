package org.readingroom.report.rads;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// Lung-RADS v2022: the category of one nodule of a screening CT.
///
/// Sizes are mean diameters. Growing is more than 1.5 mm within 12 months; of a part-solid nodule it is the
/// solid component that grows. Category 0, the modifier S and what makes a nodule 4X are the reader's.
///
/// **Source:** American College of Radiology, Lung-RADS v2022, Assessment Categories, November 2022; J Am
/// Coll Radiol 2024;21:473 (doi 10.1016/j.jacr.2023.09.009).
/// **Left out, no row of the table:** a ground glass nodule of 30 mm that grows by more than 1.5 mm in a
/// year; a juxtapleural nodule of 10 mm and more; a stable 4B; a new airway nodule in a segmental or larger
/// bronchus; a new part-solid nodule below 6 mm whose solid part has 4 mm (two rows, 3 and 4B, fit it).
// [impl->req~report.rads.tables~1]
public final class LungRads {
    private static final int LARGEST_MM = 300;
    private static final List<String> RISING = List.of("1", "2", "3", "4A", "4B");

    private LungRads() {}

    public enum Kind {
        SOLID,
        PART_SOLID,
        GROUND_GLASS,
        /// At the pleura, solid, smooth, oval, lentiform or triangular.
        JUXTAPLEURAL,
        /// Calcified completely, centrally, like popcorn or in rings; or with fat.
        BENIGN_FEATURES
    }

    public enum Course {
        BASELINE,
        NEW,
        STABLE,
        DECREASED,
        GROWING,
        /// Grows over several examinations, never by more than 1.5 mm in 12 months.
        SLOWLY_GROWING,
        RESOLVED
    }

    /// `previous` and `months` (since the examination that gave it) count only for what is stable, smaller
    /// or gone.
    public record Nodule(
            @Nullable Kind kind,
            @Nullable BigDecimal meanMm,
            @Nullable BigDecimal solidMm,
            @Nullable Course course,
            @Nullable String previous,
            @Nullable BigDecimal months) {}

    public static RadsAnswer category(Nodule nodule) {
        Kind kind = nodule.kind();
        Course course = nodule.course();
        if (kind == Kind.BENIGN_FEATURES) {
            return RadsAnswer.of("1");
        }
        if (course == Course.RESOLVED) {
            return resolved(nodule.previous());
        }
        Reason fault = Size.fault(nodule.meanMm(), LARGEST_MM);
        BigDecimal mean = nodule.meanMm();
        if (kind == null || course == null || mean == null || fault != null) {
            return RadsAnswer.not(fault == null ? Reason.MISSING : fault);
        }
        BigDecimal solid = nodule.solidMm();
        if (kind == Kind.PART_SOLID && solid != null && (solid.signum() < 0 || solid.compareTo(mean) > 0)) {
            return RadsAnswer.not(Reason.IMPLAUSIBLE);
        }
        if (kind == Kind.GROUND_GLASS && (Size.below(mean, 30) || course != Course.DECREASED)) {
            return groundGlass(mean, course);
        }
        return switch (course) {
            case BASELINE -> baseline(kind, mean, solid);
            case NEW -> fresh(kind, mean, solid);
            case GROWING -> growing(kind, mean, solid);
            case SLOWLY_GROWING ->
                kind == Kind.JUXTAPLEURAL ? RadsAnswer.not(Reason.OUTSIDE_TABLE) : RadsAnswer.of("4B");
            case STABLE, DECREASED -> steppedDown(nodule, baseline(kind, mean, solid));
            case RESOLVED -> resolved(nodule.previous());
        };
    }

    private static RadsAnswer groundGlass(BigDecimal mean, Course course) {
        if (Size.below(mean, 30)) {
            return RadsAnswer.of("2");
        }
        return switch (course) {
            case BASELINE, NEW -> RadsAnswer.of("3");
            case STABLE, SLOWLY_GROWING -> RadsAnswer.of("2");
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }

    private static RadsAnswer baseline(Kind kind, BigDecimal mean, @Nullable BigDecimal solid) {
        return switch (kind) {
            case SOLID -> step(mean, new int[] {6, 8, 15}, "2", "3", "4A", "4B");
            case PART_SOLID ->
                Size.below(mean, 6)
                        ? RadsAnswer.of("2")
                        : solid == null
                                ? RadsAnswer.not(Reason.MISSING)
                                : step(solid, new int[] {6, 8}, "3", "4A", "4B");
            case GROUND_GLASS -> groundGlass(mean, Course.BASELINE);
            case JUXTAPLEURAL -> Size.below(mean, 10) ? RadsAnswer.of("2") : RadsAnswer.not(Reason.OUTSIDE_TABLE);
            case BENIGN_FEATURES -> RadsAnswer.of("1");
        };
    }

    private static RadsAnswer fresh(Kind kind, BigDecimal mean, @Nullable BigDecimal solid) {
        if (kind == Kind.SOLID) {
            return step(mean, new int[] {4, 6, 8}, "2", "3", "4A", "4B");
        }
        if (kind != Kind.PART_SOLID) {
            return baseline(kind, mean, solid);
        }
        if (Size.below(mean, 4)) {
            return RadsAnswer.of("3");
        }
        if (solid == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        if (Size.below(mean, 6)) {
            return Size.below(solid, 4) ? RadsAnswer.of("3") : RadsAnswer.not(Reason.OUTSIDE_TABLE);
        }
        return step(solid, new int[] {4}, "4A", "4B");
    }

    private static RadsAnswer growing(Kind kind, BigDecimal mean, @Nullable BigDecimal solid) {
        return switch (kind) {
            case SOLID -> step(mean, new int[] {8}, "4A", "4B");
            case PART_SOLID -> solid == null ? RadsAnswer.not(Reason.MISSING) : step(solid, new int[] {4}, "4A", "4B");
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }

    /// A category 3 that stays or shrinks for six months becomes 2, a 4A for three months 3; one that has
    /// crossed the next threshold without growing enough is judged by its size again.
    private static RadsAnswer steppedDown(Nodule nodule, RadsAnswer bySize) {
        String previous = nodule.previous();
        if (previous == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        if (!(bySize instanceof RadsAnswer.Determined(String sized))) {
            return bySize;
        }
        if (!RISING.contains(previous) || previous.equals("1") || previous.equals("4B")) {
            return RadsAnswer.not(Reason.OUTSIDE_TABLE);
        }
        if (RISING.indexOf(sized) > RISING.indexOf(previous)) {
            return bySize;
        }
        if (previous.equals("2")) {
            return RadsAnswer.of("2");
        }
        BigDecimal months = nodule.months();
        if (months == null || months.signum() < 0) {
            return RadsAnswer.not(months == null ? Reason.MISSING : Reason.IMPLAUSIBLE);
        }
        if (Size.below(months, previous.equals("3") ? 6 : 3)) {
            return RadsAnswer.not(Reason.OUTSIDE_TABLE);
        }
        return RadsAnswer.of(previous.equals("3") ? "2" : "3");
    }

    private static RadsAnswer resolved(@Nullable String previous) {
        if (previous == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        boolean isNamed = previous.equals("3") || previous.equals("4A");
        return isNamed ? RadsAnswer.of("2") : RadsAnswer.not(Reason.OUTSIDE_TABLE);
    }

    /// The first of `codes` whose threshold is not reached, the last when all are.
    private static RadsAnswer step(BigDecimal mm, int[] thresholds, String... codes) {
        int reached = (int) Arrays.stream(thresholds)
                .filter(threshold -> !Size.below(mm, threshold))
                .count();
        return RadsAnswer.of(codes[reached]);
    }
}
