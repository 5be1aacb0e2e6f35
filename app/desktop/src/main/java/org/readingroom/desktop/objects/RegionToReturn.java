package org.readingroom.desktop.objects;

import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// A region measured here on its way to the archive. `source` is what it was found in.
public record RegionToReturn(
        String name,
        String trackingUid,
        int rgb,
        PatientMask mask,
        DisplaySet source,
        FrameOfReferenceUid frameOfReference,
        Optional<Double> volumeMl) {}
