package org.readingroom.viewer.task;

/// The order in which frames are fetched and decoded, most urgent first.
public enum Priority {
    ON_SCREEN,
    NEIGHBOUR,
    THUMBNAIL,
    PREFETCH
}
