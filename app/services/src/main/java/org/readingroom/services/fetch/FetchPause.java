package org.readingroom.services.fetch;

/// A pause between two rounds of a fetch, ended early by whoever has news.
///
/// **Thread:** `rest` blocks; `nudge` and `end` on any.
final class FetchPause {
    private boolean isNudged;
    private boolean isOver;

    /// Ends this pause, or the next when none is under way.
    synchronized void nudge() {
        isNudged = true;
        notifyAll();
    }

    /// No pause any more.
    synchronized void end() {
        isOver = true;
        notifyAll();
    }

    synchronized void rest(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!isNudged && !isOver && System.nanoTime() - until < 0) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        isNudged = false;
    }
}
