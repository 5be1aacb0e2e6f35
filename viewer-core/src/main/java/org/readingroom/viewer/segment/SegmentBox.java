package org.readingroom.viewer.segment;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.ByteMask;
import org.readingroom.viewer.mask.PixelMask;

/// The rectangle of a frame that holds all of a segment; both ends belong to it.
record SegmentBox(int left, int top, int right, int bottom) {
    /// The box of every pixel that `belongs`; nothing when none does.
    static Optional<SegmentBox> of(int[] values, int columns, IntPredicate belongs) {
        SegmentBox box = null;
        for (int i = 0; i < values.length; i++) {
            if (belongs.test(values[i])) {
                box = box == null ? at(i % columns, i / columns) : box.with(i % columns, i / columns);
            }
        }
        return Optional.ofNullable(box);
    }

    /// The box of every label but zero.
    static Map<Integer, SegmentBox> labels(int[] values, int columns) {
        Map<Integer, SegmentBox> boxes = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            int column = i % columns;
            int row = i / columns;
            if (values[i] != 0) {
                boxes.compute(values[i], (label, box) -> box == null ? at(column, row) : box.with(column, row));
            }
        }
        return boxes;
    }

    private static SegmentBox at(int column, int row) {
        return new SegmentBox(column, row, column, row);
    }

    private SegmentBox with(int column, int row) {
        return contains(column, row)
                ? this
                : new SegmentBox(
                        Math.min(left, column), Math.min(top, row), Math.max(right, column), Math.max(bottom, row));
    }

    private boolean contains(int column, int row) {
        return column >= left && column <= right && row >= top && row <= bottom;
    }

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }

    long pixels() {
        return (long) width() * height();
    }

    /// The plane of the box within the plane of the frame.
    ImagePlane plane(ImagePlane frame) {
        return new ImagePlane(
                frame.toPatient(left, top), frame.rowDirection(), frame.columnDirection(), frame.spacing());
    }

    PixelMask bits(int[] values, int columns, IntPredicate belongs) {
        BitSet bits = new BitSet(width() * height());
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                if (belongs.test(values[row * columns + column])) {
                    bits.set((row - top) * width() + column - left);
                }
            }
        }
        return new BitMask(width(), height(), bits);
    }

    /// Values up to `maximum` as parts of 255.
    PixelMask parts(int[] values, int columns, int maximum) {
        byte[] parts = new byte[width() * height()];
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                long value = Math.clamp(values[row * columns + column], 0, maximum);
                parts[(row - top) * width() + column - left] =
                        (byte) Math.round(value * (double) PixelMask.FULL / maximum);
            }
        }
        return new ByteMask(width(), height(), parts);
    }
}
