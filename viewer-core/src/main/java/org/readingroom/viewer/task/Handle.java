package org.readingroom.viewer.task;

/// A piece of started work that can be given up. Giving up twice, or after the end, does nothing.
public interface Handle {
    void cancel();
}
