package org.readingroom.desktop.tools;

import org.readingroom.viewer.annotation.FrameGrid;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.volume.ColourSlice;

/// The brightness of a colour frame: good enough to find edges in, never a measured value.
record LumaGrid(ImageFrame frame, ColourSlice slice) implements ValueGrid {
    @Override
    public int columns() {
        return slice.columns();
    }

    @Override
    public int rows() {
        return slice.rows();
    }

    @Override
    public AffineMap gridToSpace() {
        return FrameGrid.gridToSpace(frame);
    }

    /// **Source:** the luma of ITU-R BT.601.
    @Override
    public double value(int column, int row) {
        int argb = slice.argb()[row * slice.columns() + column];
        return 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
    }

    @Override
    public ValueUnit unit() {
        return ValueUnit.NONE;
    }
}
