package org.readingroom.viewer.display;

import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// A part of an ultrasound frame with units of its own: tissue, a Doppler spectrum, an M-mode, a trace.
///
/// **Space:** pixels of the frame; all four edges belong to it.
/// **Source:** DICOM PS3.3 section C.8.5.5, Sequence of Ultrasound Regions (0018,6011).
public record UltrasoundRegion(
        int minColumn,
        int minRow,
        int maxColumn,
        int maxRow,
        RegionAxis x,
        RegionAxis y,
        int spatialFormat,
        long flags) {
    private static final int TWO_DIMENSIONAL = 1;
    private static final int M_MODE = 2;

    /// chosen: deltas that differ by less are the same number written with other digits.
    private static final double SAME = 1e-4;

    /// A picture of tissue in centimetres both ways.
    public UltrasoundRegion(int minColumn, int minRow, int maxColumn, int maxRow, PixelSpacing spacing) {
        this(
                minColumn,
                minRow,
                maxColumn,
                maxRow,
                RegionAxis.centimetres(spacing.columnMm() / 10),
                RegionAxis.centimetres(spacing.rowMm() / 10),
                TWO_DIMENSIONAL,
                0);
    }

    public boolean contains(Vec3 pPixel) {
        return pPixel.x() >= minColumn - 0.5
                && pPixel.x() <= maxColumn + 0.5
                && pPixel.y() >= minRow - 0.5
                && pPixel.y() <= maxRow + 0.5;
    }

    /// True when both directions are distances in the patient.
    public boolean isTissue() {
        return spatialFormat == TWO_DIMENSIONAL
                && x.unit() == RegionAxis.Unit.CENTIMETRE
                && y.unit() == RegionAxis.Unit.CENTIMETRE;
    }

    /// Depth over time along one line.
    public boolean isMMode() {
        return spatialFormat == M_MODE && x.unit() == RegionAxis.Unit.SECOND && y.unit() == RegionAxis.Unit.CENTIMETRE;
    }

    /// True when the same two points are the same measurement in both: tissue of one scale, or the very same axes.
    public boolean measuresAs(UltrasoundRegion other) {
        return isTissue() && other.isTissue()
                ? isSame(x.perPixel(), other.x.perPixel()) && isSame(y.perPixel(), other.y.perPixel())
                : x.equals(other.x) && y.equals(other.y) && spatialFormat == other.spatialFormat;
    }

    private static boolean isSame(double a, double b) {
        return Math.abs(Math.abs(a) - Math.abs(b)) <= SAME * Math.abs(b);
    }

    /// The size of a pixel, of a region of tissue.
    public PixelSpacing spacing() {
        if (!isTissue()) {
            throw new IllegalStateException("no distances in " + x.unit() + " by " + y.unit());
        }
        return new PixelSpacing(10 * Math.abs(y.perPixel()), 10 * Math.abs(x.perPixel()));
    }

    /// True when another region that lies over this one has the pixels they share (bit 0 of Region Flags).
    public boolean isLowPriority() {
        return (flags & 1) != 0;
    }

    /// True when newer columns overwrite older ones, so that time jumps somewhere (bits 3 and 4 of Region Flags).
    public boolean isSweeping() {
        long scrolling = flags >> 3 & 3;
        return scrolling == 2 || scrolling == 3;
    }
}
