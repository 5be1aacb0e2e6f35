package org.readingroom.viewer.sr;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.PersonName;

/// What a content item says, one kind for each value type.
///
/// **Source:** DICOM PS3.3 sections C.17.3.2.1 and C.18.
public sealed interface ContentValue {
    /// Free text; line breaks are kept.
    record Text(String text) implements ContentValue {}

    record Coded(CodedEntry code) implements ContentValue {}

    /// A number and its unit. `number` is the text of the file, so that no digit is added or lost; it is empty
    /// when the file gives none, and `qualifier` then says why.
    record Numeric(String number, Optional<CodedEntry> unit, Optional<CodedEntry> qualifier) implements ContentValue {}

    record Person(PersonName name) implements ContentValue {}

    /// DATE, TIME and DATETIME, as the file writes them.
    record Moment(String text) implements ContentValue {}

    record UidReference(String uid) implements ContentValue {}

    /// An image or some of its frames. `segments` are segment numbers when a segmentation is meant.
    record Image(InstanceReference reference, List<Integer> segments) implements ContentValue {
        public Image {
            segments = List.copyOf(segments);
        }
    }

    record Composite(InstanceReference reference) implements ContentValue {}

    /// `channels` are pairs of multiplex group and channel, from one; empty means all.
    record Waveform(InstanceReference reference, List<Integer> channels) implements ContentValue {
        public Waveform {
            channels = List.copyOf(channels);
        }
    }

    /// A shape on an image.
    ///
    /// **Space:** `x` column, `y` row, `z` zero; DICOM puts (0.5, 0.5) at the centre of the first pixel and so do
    /// these points. `isVolumetric` and total matrix coordinates are left as written.
    record Shape(GraphicType type, List<Vec3> points) implements ContentValue {
        public Shape {
            points = List.copyOf(points);
        }
    }

    /// A shape in the patient. **Space:** patient, millimetres.
    record Shape3d(GraphicType type, Optional<FrameOfReferenceUid> frameOfReference, List<Vec3> points)
            implements ContentValue {
        public Shape3d {
            points = List.copyOf(points);
        }
    }

    /// Places in time: sample positions, offsets in seconds or moments, as the file writes them.
    record Temporal(String rangeType, List<String> places) implements ContentValue {
        public Temporal {
            places = List.copyOf(places);
        }
    }

    /// A heading. `isSeparate` is false where its text runs on.
    record Container(boolean isSeparate, String templateId) implements ContentValue {}

    /// Another item of the same document. `target` is its [ContentItem#path]; `isResolved` is false when there is
    /// none, or when it lies above, which would make a circle.
    record ByReference(String target, boolean isResolved) implements ContentValue {}

    /// A value type we do not know, or a value that cannot be read.
    record Unreadable(String valueType) implements ContentValue {}
}
