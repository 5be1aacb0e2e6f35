package org.readingroom.report.rads;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.rads.RadsAnswer.Reason;

/// C-TIRADS 2020: the category of one nodule of the thyroid, by counting.
///
/// **Source:** Zhou et al., Endocrine 2020;70:256 (doi 10.1007/s12020-020-02441-y).
/// **Left out:** sizes for puncture; category 1 (no nodule) and 6 (proven), which are the reader's.
// [impl->req~report.rads.tables~1]
public final class ChineseTiRads {
    private ChineseTiRads() {}

    /// `margin`: irregular or ill-defined, or growing beyond the thyroid. `cometTail`: comet-tail
    /// artefacts, the one feature that takes a point away.
    public record Nodule(
            @Nullable Boolean isVertical,
            @Nullable Boolean isSolid,
            @Nullable Boolean isMarkedlyHypoechoic,
            @Nullable Boolean microcalcifications,
            @Nullable Boolean margin,
            @Nullable Boolean cometTail) {}

    public static RadsAnswer category(Nodule nodule) {
        @Nullable
        Boolean[] positive = {
            nodule.isVertical(),
            nodule.isSolid(),
            nodule.isMarkedlyHypoechoic(),
            nodule.microcalcifications(),
            nodule.margin()
        };
        Boolean cometTail = nodule.cometTail();
        if (cometTail == null || Stream.of(positive).anyMatch(one -> one == null)) {
            return RadsAnswer.not(Reason.MISSING);
        }
        long score = Stream.of(positive).filter(Boolean.TRUE::equals).count() - (cometTail ? 1 : 0);
        return RadsAnswer.of(
                switch ((int) score) {
                    case -1 -> "2";
                    case 0 -> "3";
                    case 1 -> "4A";
                    case 2 -> "4B";
                    case 3, 4 -> "4C";
                    default -> "5";
                });
    }
}
