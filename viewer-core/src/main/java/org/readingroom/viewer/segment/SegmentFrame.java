package org.readingroom.viewer.segment;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.geometry.ImagePlane;

/// One frame of a segmentation: whose it is, where it lies, what it was made from.
///
/// `segment` is empty in a label map, whose every frame may hold every segment. `plane` is empty where the file
/// does not place the frame in the patient; `sources` then tell the frames it lies upon.
///
/// **Range:** `frame` counts from zero.
public record SegmentFrame(
        int frame, Optional<Integer> segment, Optional<ImagePlane> plane, List<InstanceReference> sources) {
    public SegmentFrame {
        sources = List.copyOf(sources);
    }
}
