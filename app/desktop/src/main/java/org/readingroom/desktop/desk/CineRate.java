package org.readingroom.desktop.desk;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many pictures a second have been reached of late.
final class CineRate {
    /// chosen: long enough to be steady to the eye, short enough to follow.
    private static final long WINDOW_NANOS = 1_500_000_000L;

    private final Deque<Long> shown = new ArrayDeque<>();

    void clear() {
        shown.clear();
    }

    void shown(long nanos) {
        shown.addLast(nanos);
        while (shown.size() > 2 && nanos - shown.getFirst() > WINDOW_NANOS) {
            shown.removeFirst();
        }
    }

    /// 0 until two pictures have been shown.
    double perSecond() {
        return shown.size() < 2 ? 0 : (shown.size() - 1) * 1e9 / (shown.getLast() - shown.getFirst());
    }
}
