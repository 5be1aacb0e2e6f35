package org.readingroom.desktop.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.readingroom.viewer.task.Progress;

/// Hands the progress of work on another lane to the FX lane, no oftener than it can be seen.
///
/// **Thread:** any; `seen` runs on FX.
public final class FxProgress implements Progress {
    /// chosen: ten times a second reads as steady.
    private static final long GAP_NANOS = 100_000_000;

    private final Executor fx;
    private final BiConsumer<Long, Long> seen;
    private final AtomicLong last = new AtomicLong(System.nanoTime() - GAP_NANOS);
    private volatile boolean cancelled;

    public FxProgress(Executor fx, BiConsumer<Long, Long> seen) {
        this.fx = fx;
        this.seen = seen;
    }

    public void cancel() {
        cancelled = true;
    }

    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= GAP_NANOS && last.compareAndSet(before, now)) {
            fx.execute(() -> seen.accept(done, total));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
