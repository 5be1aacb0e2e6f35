package org.readingroom.viewer.returned;

import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.model.SeriesUid;

/// A region of the patient that a segmentation holds, and its volume.
///
/// `segmentation` is the object and `segment` its number there; `source` is the series it was found in.
public record ReportedRegion(
        String name,
        String trackingUid,
        InstanceReference segmentation,
        int segment,
        SeriesUid source,
        Optional<Double> volumeMl) {}
