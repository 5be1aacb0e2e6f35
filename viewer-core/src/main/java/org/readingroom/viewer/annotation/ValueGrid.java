package org.readingroom.viewer.annotation;

import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;

/// Modality values on a regular grid in a plane: the pixels of a frame, or samples of a reformat.
///
/// Statistics count grid points, so the grid must not depend on zoom or window size.
///
/// **Space:** `gridToSpace` maps (column, row, 0) to the space of the annotation that is measured.
public interface ValueGrid {
    int columns();

    int rows();

    AffineMap gridToSpace();

    /// The modality value at a grid point; NaN where there is none: padding, or outside the volume.
    double value(int column, int row);

    ValueUnit unit();
}
