package org.readingroom.report.statistics;

import java.util.OptionalDouble;

/// `count` of `all`. Of none there is no share: it is neither 0 % nor 100 %.
public record Share(int count, int all) {
    public Share {
        if (count < 0 || count > all) {
            throw new IllegalArgumentException(count + " of " + all);
        }
    }

    /// 0 to 100; nothing when there was nothing to count.
    public OptionalDouble percent() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * count / all);
    }
}
