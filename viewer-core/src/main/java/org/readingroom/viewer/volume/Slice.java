package org.readingroom.viewer.volume;

/// One decoded frame, ready to be sampled.
///
/// **Shape:** `rows × columns`, row-major.
public sealed interface Slice permits GreySlice, ColourSlice {
    int columns();

    int rows();

    /// Bytes of heap the pixels take.
    long sizeBytes();
}
