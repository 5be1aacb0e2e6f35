package org.readingroom.desktop.objects;

import java.util.Optional;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// A segment or a structure as it can be drawn. `group` is the object it is of; `volumeMl` is absent where the file
/// does not tell how thick it is.
public record Region(
        String group,
        String name,
        int rgb,
        PatientMask mask,
        Optional<FrameOfReferenceUid> frameOfReference,
        Optional<Double> volumeMl) {}
