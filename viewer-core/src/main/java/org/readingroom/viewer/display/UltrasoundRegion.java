package org.readingroom.viewer.display;

import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// A part of an ultrasound frame in which both directions are calibrated in centimetres (a 2D image).
///
/// **Space:** pixels of the frame; all four edges belong to it.
/// **Source:** DICOM PS3.3 section C.8.5.5, Sequence of Ultrasound Regions (0018,6011).
public record UltrasoundRegion(int minColumn, int minRow, int maxColumn, int maxRow, PixelSpacing spacing) {
    public boolean contains(Vec3 pPixel) {
        return pPixel.x() >= minColumn - 0.5
                && pPixel.x() <= maxColumn + 0.5
                && pPixel.y() >= minRow - 0.5
                && pPixel.y() <= maxRow + 0.5;
    }
}
