package org.readingroom.desktop.cli;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Lets bytes pass at a steady rate, and after a rest a burst at once.
///
/// **Thread:** any; `take` blocks.
final class TokenBucket {
    private final double nanosPerByte;
    private final long burstNanos;
    private final LongSupplier clock;
    /// When everything let through so far has passed a link of this rate.
    private long passed;

    /// `clock` tells nanoseconds.
    TokenBucket(double bytesPerSecond, long burstBytes, LongSupplier clock) {
        this.nanosPerByte = 1e9 / bytesPerSecond;
        this.burstNanos = Math.round(burstBytes * nanosPerByte);
        this.clock = clock;
        this.passed = clock.getAsLong() - burstNanos;
    }

    /// Waits until `bytes` more may pass.
    void take(long bytes) {
        long until = due(bytes);
        for (long rest = until - clock.getAsLong(); rest > 0; rest = until - clock.getAsLong()) {
            LockSupport.parkNanos(rest);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /// Takes `bytes` and returns when they may pass.
    synchronized long due(long bytes) {
        passed = Math.max(passed, clock.getAsLong() - burstNanos) + Math.round(bytes * nanosPerByte);
        return passed;
    }
}
