package org.readingroom.viewer.structure;

import java.util.List;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.geometry.Vec3;

/// One contour as it was drawn.
///
/// `slabMm` is 0 where the file gives no thickness.
///
/// **Space:** patient, millimetres.
/// **Source:** DICOM PS3.3 section C.8.8.6.
public record Contour(Kind kind, List<Vec3> points, double slabMm, List<InstanceReference> images) {
    public Contour {
        points = List.copyOf(points);
        images = List.copyOf(images);
    }

    public enum Kind {
        POINT,
        OPEN_PLANAR,
        OPEN_NONPLANAR,
        CLOSED_PLANAR,
        /// Closed; contours of one plane are combined by exclusive or.
        CLOSEDPLANAR_XOR,
        UNKNOWN;

        static Kind of(String term) {
            try {
                return valueOf(term.strip());
            } catch (IllegalArgumentException e) {
                return UNKNOWN;
            }
        }

        public boolean isClosed() {
            return this == CLOSED_PLANAR || this == CLOSEDPLANAR_XOR;
        }
    }
}
