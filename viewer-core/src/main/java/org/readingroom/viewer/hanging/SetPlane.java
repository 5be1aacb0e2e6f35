package org.readingroom.viewer.hanging;

import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// How the frames of a set lie in the patient.
public enum SetPlane {
    AXIAL,
    CORONAL,
    SAGITTAL;

    /// chosen: spines and heads are tilted by up to thirty degrees and still called by the plane
    /// they are closest to.
    private static final double CLOSE = Math.cos(Math.toRadians(35));

    /// The plane that the first frame is closest to; nothing without patient geometry, or between
    /// two planes.
    public static Optional<SetPlane> of(DisplaySet set) {
        ImageFrame first = set.frames().getFirst();
        ImagePlane plane = first.plane();
        if (plane == null) {
            return Optional.empty();
        }
        Vec3 normal = plane.normal();
        if (Math.abs(normal.z()) >= CLOSE) {
            return Optional.of(AXIAL);
        }
        if (Math.abs(normal.y()) >= CLOSE) {
            return Optional.of(CORONAL);
        }
        return Math.abs(normal.x()) >= CLOSE ? Optional.of(SAGITTAL) : Optional.empty();
    }
}
