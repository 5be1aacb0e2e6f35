package org.readingroom.report.critical;

import java.time.Duration;

/// The clocks of one entry: from the discovery until the ward is told, from there until it answers, and from there
/// until it says what was done.
public record CriticalLimits(Duration notified, Duration acknowledged, Duration handled) {
    public CriticalLimits {
        if (!notified.isPositive() || !acknowledged.isPositive() || !handled.isPositive()) {
            throw new IllegalArgumentException("a limit of a critical value must be longer than nothing");
        }
    }
}
