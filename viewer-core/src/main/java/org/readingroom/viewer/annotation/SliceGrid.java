package org.readingroom.viewer.annotation;

import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.volume.GreySlice;

/// The pixels of one frame as the desk holds them: 16-bit samples with slope and intercept.
///
/// Gives the numbers of [FrameGrid] without a second copy of the pixels. Slopes are single precision here, so a
/// fractional slope may differ from [FrameGrid] in the eighth digit; Hounsfield units do not differ.
// [impl->req~annotation.statistics~1]
public final class SliceGrid implements ValueGrid {
    private final ImageFrame frame;
    private final GreySlice slice;
    private final AffineMap gridToSpace;

    public SliceGrid(ImageFrame frame, GreySlice slice) {
        this.frame = frame;
        this.slice = slice;
        this.gridToSpace = FrameGrid.gridToSpace(frame);
    }

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
        return gridToSpace;
    }

    @Override
    public double value(int column, int row) {
        float[] exact = slice.exact();
        if (exact != null && !slice.isPadding(column, row)) {
            return exact[row * slice.columns() + column];
        }
        return slice.isPadding(column, row)
                ? Double.NaN
                : (double) slice.slope() * slice.samples()[row * slice.columns() + column] + slice.intercept();
    }

    @Override
    public ValueUnit unit() {
        return frame.modalityLut().unit();
    }
}
