package org.readingroom.report.ui;

import java.time.Instant;

/// Where the words on the screen are kept.
public sealed interface SaveState {
    /// Nothing has been typed since the report was opened.
    record Untouched() implements SaveState {}

    /// Typed and not yet kept; within a second it will be.
    record Unsaved() implements SaveState {}

    record Saved(Instant at) implements SaveState {}

    /// Not kept in the report; tried again by itself, unless the words are kept in another place.
    record Failed(Exception cause) implements SaveState {}
}
