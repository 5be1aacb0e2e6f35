package org.readingroom.viewer.task;

/// Told how far a long piece of work is, and asked whether to go on.
///
/// **Thread:** called from the lane that does the work.
public interface Progress {
    long UNKNOWN = -1;

    Progress IGNORED = new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }
    };

    /// `total` is [#UNKNOWN] while it is unknown.
    void at(long done, long total);

    boolean isCancelled();
}
