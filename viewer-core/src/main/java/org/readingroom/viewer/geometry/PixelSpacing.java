package org.readingroom.viewer.geometry;

/// Distance between the centres of neighbouring pixels.
///
/// **Order:** row spacing first, as in Pixel Spacing (0028,0030): vertical, then horizontal.
/// **Units:** millimetres, both greater than zero.
/// **Source:** DICOM PS3.3 section 10.7.1.3.
public record PixelSpacing(double rowMm, double columnMm) {
    public PixelSpacing {
        if (!(rowMm > 0) || !(columnMm > 0) || Double.isInfinite(rowMm) || Double.isInfinite(columnMm)) {
            throw new IllegalArgumentException("pixel spacing " + rowMm + " x " + columnMm + " mm");
        }
    }
}
