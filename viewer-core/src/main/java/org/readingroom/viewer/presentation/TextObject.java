package org.readingroom.viewer.presentation;

import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;

/// Words of a graphic layer, in a box, at a point, or both with a line between.
///
/// **Space:** each place has its own units, see [GraphicObject].
/// **Source:** DICOM PS3.3 section C.10.5.
public record TextObject(String text, Optional<Box> box, Optional<Anchor> anchor) {
    public record Box(GraphicObject.Units units, Vec3 topLeft, Vec3 bottomRight) {}

    public record Anchor(GraphicObject.Units units, Vec3 point, boolean isLineDrawn) {}
}
