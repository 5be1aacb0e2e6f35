package org.readingroom.viewer.presentation;

/// How an image is turned and then mirrored.
///
/// **Range:** `rotationDegrees` is 0, 90, 180 or 270, clockwise, before the flip.
/// **Source:** DICOM PS3.3 section C.10.6.
public record SpatialTransform(int rotationDegrees, boolean isFlipped) {
    public static final SpatialTransform NONE = new SpatialTransform(0, false);

    /// The turn of a view, which mirrors first and turns then.
    public int turnAfterFlipDegrees() {
        return isFlipped ? (360 - rotationDegrees) % 360 : rotationDegrees;
    }
}
