package org.readingroom.services.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.task.Priority;

/// Until when the archive asked to be left alone: no study begins or comes back before, whichever it was refused
/// to. One that is under way goes on until it is refused itself.
///
/// **Thread:** any.
/// **Source:** Retry-After, RFC 9110 section 10.2.3.
// [impl->req~fetch.retry-after~1]
final class ServerRest {
    /// chosen: somebody waits before the screen, and a question in half a minute burdens no server.
    private static final Duration MOST_ON_SCREEN = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private long until;
    private long untilOnScreen;
    private @Nullable ArchiveException asked;

    /// `nanos` is a clock that never jumps, such as [System#nanoTime].
    ServerRest(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void failed(ArchiveException fault) {
        Duration wait = fault.retryAfter().orElse(Duration.ZERO);
        if (fault.fault().next() != ServerFault.Next.LATER || wait.isZero()) {
            return;
        }
        long now = nanos.getAsLong();
        boolean isFirst = asked == null;
        until = later(isFirst, until, now + wait.toNanos());
        untilOnScreen = later(isFirst, untilOnScreen, now + Math.min(wait.toNanos(), MOST_ON_SCREEN.toNanos()));
        asked = fault;
    }

    private static long later(boolean isFirst, long one, long other) {
        return isFirst || other - one > 0 ? other : one;
    }

    /// How long a study of this haste has to wait; 0 when not at all.
    synchronized long millis(Priority haste) {
        if (asked == null) {
            return 0;
        }
        long left = (haste == Priority.ON_SCREEN ? untilOnScreen : until) - nanos.getAsLong();
        return left <= 0 ? 0 : left / 1_000_000 + 1;
    }

    /// The refusal with which it asked for it.
    synchronized Optional<ArchiveException> asked() {
        return Optional.ofNullable(asked);
    }
}
