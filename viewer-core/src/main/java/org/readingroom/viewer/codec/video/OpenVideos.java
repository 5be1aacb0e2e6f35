package org.readingroom.viewer.codec.video;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/// Which videos have a process now: the machine has room for a few, whoever asks for them.
final class OpenVideos {
    /// Chosen: two side by side play without starting anew, and each may hold half a gigabyte.
    private static final int MOST = 2;

    private static final Deque<WeakReference<VideoFrames>> RECENT = new ArrayDeque<>();

    private OpenVideos() {}

    /// Notes that `video` is about to use its process; the one not used for longest may lose its own.
    static void used(VideoFrames video) {
        VideoFrames eldest = null;
        synchronized (RECENT) {
            RECENT.removeIf(held -> held.refersTo(video) || held.refersTo(null));
            RECENT.addLast(new WeakReference<>(video));
            if (RECENT.size() > MOST) {
                eldest = RECENT.removeFirst().get();
            }
        }
        if (eldest != null) {
            eldest.rest();
        }
    }
}
