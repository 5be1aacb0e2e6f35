package org.readingroom.services.fetch;

/// How many requests run at once: one more as long as more comes in for it, one less when not, half when the server
/// says that it is busy.
///
/// **Thread:** any.
// [impl->req~fetch.adaptive~1]
final class Parallelism {
    /// chosen: long enough to hold a few answers, short enough to find the best within a series.
    private static final long WINDOW_NANOS = 400_000_000;

    /// chosen: a smaller gain is noise.
    private static final double GAIN = 1.08;

    private final int most;
    private int now;
    private int step = 1;
    private double before;
    private long began = Long.MIN_VALUE;
    private long bytes;

    Parallelism(int most) {
        this.most = most;
        this.now = Math.clamp(most / 2, 1, most);
    }

    synchronized int now() {
        return now;
    }

    /// `count` bytes came in by the time `nanos`.
    synchronized void came(long count, long nanos) {
        if (began == Long.MIN_VALUE || nanos - began > 4 * WINDOW_NANOS) {
            // nothing was asked for meanwhile: what was measured then tells nothing
            began = nanos;
            bytes = 0;
            before = 0;
            return;
        }
        bytes += count;
        if (nanos - began < WINDOW_NANOS) {
            return;
        }
        double rate = (double) bytes / (nanos - began);
        if (before > 0 && rate < before * GAIN) {
            step = rate > before / GAIN ? -1 : -step;
        }
        now = Math.clamp(now + step, 1, most);
        before = rate;
        began = nanos;
        bytes = 0;
    }

    synchronized void busy() {
        now = Math.max(1, now / 2);
        step = 1;
        before = 0;
        began = Long.MIN_VALUE;
    }
}
