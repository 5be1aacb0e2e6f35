package org.readingroom.viewer.annotation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;

/// Where the points of an annotation live.
public sealed interface Placement {
    /// The series whose values are measured.
    SeriesUid series();

    /// The frame that the mark was drawn on, when it was drawn on one.
    Optional<FrameRef> referencedFrame();

    /// A frame of the display set whose values are measured; nothing when that was not written down.
    default Optional<FrameRef> displaySetFrame() {
        return referencedFrame();
    }

    /// Points are in patient space and lie in one plane: that of a frame, or of a reformat.
    ///
    /// `planePoint` is any point of the plane, `normal` a unit vector. `frame` is absent for a reformat between
    /// frames. `volumeFrame` is any frame of the display set that a reformat was cut from: a series may hold
    /// several volumes in one place, such as phases or b-values. It is absent where the mark was drawn on a frame.
    ///
    /// **Space:** patient, millimetres.
    record InPatient(
            SeriesUid series,
            FrameOfReferenceUid frameOfReference,
            Vec3 planePoint,
            Vec3 normal,
            @Nullable FrameRef frame,
            @Nullable FrameRef volumeFrame)
            implements Placement {
        /// On a frame, or on a reformat of nobody knows which volume.
        public InPatient(
                SeriesUid series,
                FrameOfReferenceUid frameOfReference,
                Vec3 planePoint,
                Vec3 normal,
                @Nullable FrameRef frame) {
            this(series, frameOfReference, planePoint, normal, frame, null);
        }

        @Override
        public Optional<FrameRef> displaySetFrame() {
            return Optional.ofNullable(volumeFrame).or(this::referencedFrame);
        }

        @Override
        public Optional<FrameRef> referencedFrame() {
            return Optional.ofNullable(frame);
        }

        /// The distance of a point from the plane, positive on the side the normal points to.
        public double distance(Vec3 pPatient) {
            return pPatient.minus(planePoint).dot(normal);
        }
    }

    /// Points are pixel positions of one frame: `x` the column, `y` the row, `z` zero; (0, 0) is the centre of
    /// the first pixel.
    record OnFrame(SeriesUid series, FrameRef frame) implements Placement {
        @Override
        public Optional<FrameRef> referencedFrame() {
            return Optional.of(frame);
        }
    }
}
