package org.readingroom.report.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How many critical values reached the ward in time (clause C6, national indicator E24).
///
/// `late` counts those not told by now whose time is over, too, whether a senior has verified them or not; `open`
/// those whose time still runs and that count for neither. What is `uncertain`, because a clock was in doubt, is never
/// in time.
// [impl->req~report.critical.rate~1]
public record CriticalRate(int inTime, int late, int uncertain, int open) {
    /// **Source:** 国家医疗质量安全改进 indicators of radiology 2024, critical values reported within 10 minutes.
    public static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    public static CriticalRate of(List<CriticalTime> times, Duration within, Instant now) {
        int inTime = 0;
        int late = 0;
        int uncertain = 0;
        int open = 0;
        for (CriticalTime time : times) {
            if (!time.isCertain()) {
                uncertain++;
            } else if (time.took().isPresent()) {
                boolean isInTime = time.took().get().compareTo(within) <= 0;
                inTime += isInTime ? 1 : 0;
                late += isInTime ? 0 : 1;
            } else if (now.isAfter(time.discoveredAt().plus(within))) {
                late++;
            } else {
                open++;
            }
        }
        return new CriticalRate(inTime, late, uncertain, open);
    }

    /// Those that count.
    public int counted() {
        return inTime + late + uncertain;
    }

    /// 0 to 100; nothing to say of none is 0.
    public double percent() {
        return counted() == 0 ? 0 : 100.0 * inTime / counted();
    }

    /// The rows of `loops` for statistics.
    public static List<CriticalTime> times(List<CriticalCase> loops) {
        return loops.stream().flatMap(loop -> CriticalTime.of(loop).stream()).toList();
    }
}
