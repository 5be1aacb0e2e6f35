package org.readingroom.viewer.returned;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// A measurement of a report of the archive, as it can be shown on the images: never edited.
///
/// `author` and `date` (DA, as in the file) say whose and when; both may be empty. `numbers` are the
/// words for the values with their units, in the order of the report.
public record ArchivedMark(
        SopInstanceUid document,
        String trackingUid,
        String name,
        String author,
        String date,
        List<String> numbers,
        List<Shape> shapes) {
    public ArchivedMark {
        numbers = List.copyOf(numbers);
        shapes = List.copyOf(shapes);
    }

    /// Points joined by lines; one point is a cross. Ellipses and circles are given by many points.
    ///
    /// **Space:** pixels of `frame`, (0, 0) the centre of the first; else the patient, in
    /// `frameOfReference`.
    public record Shape(Optional<FrameRef> frame, Optional<FrameOfReferenceUid> frameOfReference, List<Vec3> points) {
        public Shape {
            points = List.copyOf(points);
        }
    }
}
