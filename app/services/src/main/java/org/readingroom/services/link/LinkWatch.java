package org.readingroom.services.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is known of one link, and when it is to be probed next.
///
/// Every answer to a real request puts the next probe off, so that a busy link is hardly probed; after a loss the
/// probes come more slowly, up to [#SLOWEST].
///
/// **Units:** `now` of all methods are nanoseconds of one steady clock.
/// **Thread:** guarded by its monitor.
// [impl->req~link.noticed~1]
final class LinkWatch {
    /// Chosen: with [#PATIENCE] a loss is known 4.5 s after the last answer, within the 5 s that are promised.
    static final Duration EVERY = Duration.ofSeconds(2);

    static final Duration PATIENCE = Duration.ofMillis(2500);

    /// Chosen: a return is known as fast as a loss, and a server that starts gets at most 12 probes a minute.
    static final Duration SLOWEST = Duration.ofSeconds(5);

    /// Chosen: a busy link is asked once a minute whether this desk is still welcome.
    static final Duration SELDOM = Duration.ofMinutes(1);

    private final boolean isSet;
    private LinkStatus status;
    private boolean isProbing;
    private long nextProbe;
    private long lastProbe;
    private Duration pause = EVERY;

    LinkWatch(LinkKind kind, boolean isSet, Instant wall, long now) {
        this.isSet = isSet;
        this.status = new LinkStatus(kind, isSet ? LinkState.UNKNOWN : LinkState.NOT_SET, wall, "");
        this.nextProbe = now;
        this.lastProbe = now - SELDOM.toNanos();
    }

    LinkStatus status() {
        return status;
    }

    boolean isCut() {
        return status.state() == LinkState.CUT;
    }

    /// How long until it is to be probed; nothing while it is not to be.
    Optional<Duration> untilProbe(long now) {
        if (!isSet || isCut() || isProbing) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.max(0, nextProbe - now)));
    }

    void probing(long now) {
        isProbing = true;
        lastProbe = now;
    }

    /// Returns whether the state changed, as all that follow.
    boolean probed(LinkProbe.Found found, Instant wall, long now) {
        isProbing = false;
        return found.isThere() ? answered(wall, now) : lost(found.messageKey(), wall, now);
    }

    boolean answered(Instant wall, long now) {
        if (!isSet || isCut()) {
            return false;
        }
        pause = EVERY;
        nextProbe = now + Math.min(pause.toNanos(), Math.max(0, lastProbe + SELDOM.toNanos() - now));
        return become(LinkState.UP, "", wall);
    }

    boolean lost(String messageKey, Instant wall, long now) {
        if (!isSet || isCut()) {
            return false;
        }
        boolean isNew = status.state() != LinkState.DOWN;
        pause = isNew ? EVERY : shorter(pause.multipliedBy(3).dividedBy(2), SLOWEST);
        // A failed request does not put off a probe that is due sooner, nor do many of them bring it nearer.
        if (isNew || nextProbe <= now) {
            nextProbe = now + pause.toNanos();
        }
        return become(LinkState.DOWN, messageKey, wall);
    }

    /// Makes the next probe due.
    void hurry(long now) {
        nextProbe = now;
    }

    boolean cut(Instant wall) {
        return isSet && !isCut() && become(LinkState.CUT, "", wall);
    }

    boolean mend(Instant wall, long now) {
        if (!isCut()) {
            return false;
        }
        pause = EVERY;
        nextProbe = now;
        return become(LinkState.UNKNOWN, "", wall);
    }

    private boolean become(LinkState state, String messageKey, Instant wall) {
        if (status.state() == state) {
            return false;
        }
        status = new LinkStatus(status.kind(), state, wall, messageKey);
        return true;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
