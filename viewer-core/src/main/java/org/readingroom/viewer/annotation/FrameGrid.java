package org.readingroom.viewer.annotation;

import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.StoredValues;
import org.readingroom.viewer.display.FrameExtras;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelPadding;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;

/// The pixels of one grey frame as modality values, in double precision from the stored values.
///
/// **Space:** patient when the frame has geometry, else its own pixels; as [Placement] says.
// [impl->req~annotation.statistics~1]
public final class FrameGrid implements ValueGrid {
    private final ImageFrame frame;
    private final int columns;
    private final int rows;
    private final double[] stored;
    private final AffineMap gridToSpace;

    private FrameGrid(ImageFrame frame, int columns, int rows, double[] stored) {
        this.frame = frame;
        this.columns = columns;
        this.rows = rows;
        this.stored = stored;
        this.gridToSpace = gridToSpace(frame);
    }

    /// **Errors:** [IllegalArgumentException] for colour frames, which have no modality values.
    public static FrameGrid of(ImageFrame frame, StoredPixels pixels) {
        if (pixels.format().samplesPerPixel() != 1 || frame.paletteColor() != null) {
            throw new IllegalArgumentException("a colour frame has no modality values");
        }
        return new FrameGrid(frame, pixels.format().columns(), pixels.format().rows(), StoredValues.doubles(pixels));
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public AffineMap gridToSpace() {
        return gridToSpace;
    }

    @Override
    public double value(int column, int row) {
        double value = stored[row * columns + column];
        PixelPadding padding = frame.padding();
        FrameExtras.FloatPadding floatPadding = frame.extras().floatPadding();
        if (padding != null && value >= padding.low() && value <= padding.high()
                || floatPadding != null && floatPadding.contains(value)) {
            return Double.NaN;
        }
        double modalityValue = frame.modalityLut().toModality(value);
        return Double.isFinite(modalityValue) ? modalityValue : Double.NaN;
    }

    @Override
    public ValueUnit unit() {
        return frame.modalityLut().unit();
    }

    /// From pixels of a frame to the space of marks on it.
    public static AffineMap gridToSpace(ImageFrame frame) {
        ImagePlane plane = frame.plane();
        if (plane == null || !frame.hasGeometry()) {
            return AffineMap.IDENTITY;
        }
        return new AffineMap(
                plane.rowDirection().times(plane.spacing().columnMm()),
                plane.columnDirection().times(plane.spacing().rowMm()),
                plane.normal(),
                plane.position());
    }
}
