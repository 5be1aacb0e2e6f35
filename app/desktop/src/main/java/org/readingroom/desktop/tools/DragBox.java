package org.readingroom.desktop.tools;

import java.util.List;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// The box between the corner pressed and the pointer, its sides along the screen's.
///
/// **Space:** that of the placement.
record DragBox(Vec3 centre, Vec3 halfRight, Vec3 halfDown) {
    static DragBox of(Placement placement, List<Vec3> ends, MarkSpace space, boolean isSquare) {
        ScreenPoint corner = space.toScreen(placement, ends.getFirst());
        ScreenPoint at = space.toScreen(placement, ends.getLast());
        double halfWidth = (at.x() - corner.x()) / 2;
        double halfHeight = (at.y() - corner.y()) / 2;
        if (isSquare) {
            double half = Math.max(Math.abs(halfWidth), Math.abs(halfHeight));
            halfWidth = Math.copySign(half, halfWidth);
            halfHeight = Math.copySign(half, halfHeight);
        }
        ScreenPoint middle = corner.plus(halfWidth, halfHeight);
        Vec3 centre = space.toSpace(placement, middle);
        return new DragBox(
                centre,
                space.toSpace(placement, middle.plus(Math.abs(halfWidth), 0)).minus(centre),
                space.toSpace(placement, middle.plus(0, Math.abs(halfHeight))).minus(centre));
    }

    /// **Order:** around, from the upper left of the screen with the clock.
    List<Vec3> corners() {
        return List.of(
                centre.minus(halfRight).minus(halfDown),
                centre.plus(halfRight).minus(halfDown),
                centre.plus(halfRight).plus(halfDown),
                centre.minus(halfRight).plus(halfDown));
    }
}
