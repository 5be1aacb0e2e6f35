package org.readingroom.viewer.segment;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.SopInstanceUid;

/// A segmentation: which segments there are and which frame belongs to which.
///
/// `maximum` is the stored value of full coverage: 1 for BINARY, Maximum Fractional Value for FRACTIONAL, 0 for label
/// maps. `nominalMm` is the distance of neighbouring frames. `warningKeys` are message keys of what is odd.
///
/// **Source:** DICOM PS3.3 sections A.51 and C.8.20.
public record Segmentation(
        SopInstanceUid instance,
        String label,
        String description,
        Kind kind,
        boolean isProbability,
        int maximum,
        Optional<FrameOfReferenceUid> frameOfReference,
        double nominalMm,
        List<Segment> segments,
        List<SegmentFrame> frames,
        List<String> warningKeys) {
    public enum Kind {
        BINARY,
        FRACTIONAL,
        LABELMAP
    }

    public Segmentation {
        segments = List.copyOf(segments);
        frames = List.copyOf(frames);
        warningKeys = List.copyOf(warningKeys);
    }

    /// The volume of one of its segments; nothing where there is none to tell: probabilities are no parts of a volume,
    /// and
    /// slices that had to be left out would make it too small.
    // [impl->req~segment.volume-told~1]
    public Optional<Double> volumeMl(PatientMask mask) {
        return isProbability || mask.hasOddSlices() ? Optional.empty() : Optional.of(mask.volumeMl());
    }

    public Optional<Segment> segment(int number) {
        return segments.stream().filter(one -> one.number() == number).findFirst();
    }
}
