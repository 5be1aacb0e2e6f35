package org.readingroom.viewer.model;

/// How much of a display set the viewer holds. Only `Complete` may be read as diagnostic.
public sealed interface LoadState {
    record Waiting() implements LoadState {}

    record Partial(int loadedFrames, int totalFrames) implements LoadState {}

    record Complete() implements LoadState {}

    /// `reasonKey` is a message key of the `viewer` bundle.
    record Failed(String reasonKey) implements LoadState {}
}
