package org.readingroom.report.rads;

import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// BI-RADS, 5th edition: what follows from a category. The category itself is the reader's.
///
/// **Source:** American College of Radiology, BI-RADS Atlas, 5th edition, 2013, table "Concordance between
/// BI-RADS assessment categories and management recommendations" of each part. MRI does not divide category
/// 4.
// [impl->req~report.rads.tables~1]
public final class BiRads {
    private BiRads() {}

    public enum Modality {
        MAMMOGRAPHY,
        ULTRASOUND,
        MRI
    }

    /// `moreImaging`, `routine`, `shortInterval` (6 months), `tissue`, or `excision` when clinically
    /// appropriate.
    public static RadsAnswer management(@Nullable Modality modality, @Nullable String category) {
        if (modality == null || category == null) {
            return RadsAnswer.not(Reason.MISSING);
        }
        return switch (category) {
            case "0" -> RadsAnswer.of("moreImaging");
            case "1", "2" -> RadsAnswer.of("routine");
            case "3" -> RadsAnswer.of("shortInterval");
            case "4", "5" -> RadsAnswer.of("tissue");
            case "4A", "4B", "4C" ->
                modality == Modality.MRI ? RadsAnswer.not(Reason.OUTSIDE_TABLE) : RadsAnswer.of("tissue");
            case "6" -> RadsAnswer.of("excision");
            default -> RadsAnswer.not(Reason.OUTSIDE_TABLE);
        };
    }
}
