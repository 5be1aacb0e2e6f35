package org.readingroom.desktop.objects;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.structure.Contour;

/// A segment or a structure as it can be drawn. `group` is the object it is of; `mask` is what it fills, `lines` are
/// its
/// points and open contours, which fill nothing; `volumeMl` is absent where the file does not tell how thick it is.
public record Region(
        String group,
        String name,
        int rgb,
        Optional<PatientMask> mask,
        List<Contour> lines,
        Optional<FrameOfReferenceUid> frameOfReference,
        Optional<Double> volumeMl) {
    public Region {
        lines = List.copyOf(lines);
    }
}
