package org.readingroom.desktop.objects;

import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// A region found here on its way to the archive. `source` is what it was found in; `algorithm` how, empty
/// for what was drawn by hand; `content` what it was made of, to the letter.
public record RegionToReturn(
        String name,
        String trackingUid,
        String algorithm,
        int rgb,
        PatientMask mask,
        DisplaySet source,
        FrameOfReferenceUid frameOfReference,
        Optional<Double> volumeMl,
        String content) {}
