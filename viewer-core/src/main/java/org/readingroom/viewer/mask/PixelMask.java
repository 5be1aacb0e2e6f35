package org.readingroom.viewer.mask;

/// Which pixels of a grid belong, and by how much.
///
/// **Thread:** any; immutable.
public sealed interface PixelMask permits BitMask, ByteMask {
    /// Full coverage.
    int FULL = 255;

    int columns();

    int rows();

    /// 0 outside the grid and where nothing belongs, up to [#FULL].
    int coverage(int column, int row);

    /// The sum of all coverages, in whole pixels.
    double covered();
}
