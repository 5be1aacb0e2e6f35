package org.readingroom.report.rads;

import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.LungRads.Course;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// Lung-RADS v2022: airway nodules, atypical cysts, 4X, and what follows from a category.
///
/// **Source:** as [LungRads].
// [impl->req~report.rads.tables~1]
public final class LungRadsOther {
    private LungRadsOther() {}

    public enum Airway {
        SUBSEGMENTAL,
        /// Segmental or more proximal.
        PROXIMAL
    }

    /// One row of the table for atypical pulmonary cysts each.
    public enum Cyst {
        THICK_WALLED_WITH_GROWING_CAVITY("3"),
        THICK_WALLED("4A"),
        MULTILOCULAR("4A"),
        BECAME_MULTILOCULAR("4A"),
        WALL_OR_NODULE_GROWING("4B"),
        MULTILOCULAR_GROWING("4B"),
        MULTILOCULAR_DENSER("4B");

        private final String category;

        Cyst(String category) {
            this.category = category;
        }
    }

    public static RadsAnswer airway(@Nullable Airway place, @Nullable Course course) {
        if (place == null || course == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        String code = switch (course) {
            case BASELINE -> place == Airway.SUBSEGMENTAL ? "2" : "4A";
            case NEW -> place == Airway.SUBSEGMENTAL ? "2" : "";
            case STABLE -> place == Airway.SUBSEGMENTAL ? "2" : "4B";
            case GROWING -> place == Airway.SUBSEGMENTAL ? "" : "4B";
            default -> "";
        };
        return code.isEmpty() ? RadsAnswer.not(Reason.OUTSIDE_TABLE) : RadsAnswer.of(code);
    }

    public static RadsAnswer cyst(@Nullable Cyst cyst) {
        return cyst == null ? RadsAnswer.not(Reason.MISSING) : RadsAnswer.of(cyst.category);
    }

    /// 4X for a category 3 or 4 that the reader finds more suspicious for what else is seen.
    public static RadsAnswer withFeatures(@Nullable String category, @Nullable Boolean hasFeatures) {
        if (category == null || hasFeatures == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return switch (category) {
            case "1", "2" -> RadsAnswer.of(category);
            case "3", "4A", "4B" -> RadsAnswer.of(hasFeatures ? "4X" : category);
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }

    /// `ldct12`, `ldct6`, `ldct3` or `workup`. What follows from a 0 depends on why it is one.
    public static RadsAnswer management(@Nullable String category) {
        if (category == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return switch (category) {
            case "1", "2" -> RadsAnswer.of("ldct12");
            case "3" -> RadsAnswer.of("ldct6");
            case "4A" -> RadsAnswer.of("ldct3");
            case "4B", "4X" -> RadsAnswer.of("workup");
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }
}
