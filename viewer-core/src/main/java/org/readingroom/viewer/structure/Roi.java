package org.readingroom.viewer.structure;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// A region of interest of a structure set.
///
/// `rgb` is 0xRRGGBB: that of the file, else one of ours. `interpretedType` is PTV, ORGAN, EXTERNAL … or empty.
///
/// **Source:** DICOM PS3.3 sections C.8.8.5, C.8.8.6, C.8.8.8.
public record Roi(
        int number,
        String name,
        String description,
        String interpretedType,
        String algorithm,
        int rgb,
        Optional<FrameOfReferenceUid> frameOfReference,
        List<Contour> contours) {
    public Roi {
        contours = List.copyOf(contours);
    }

    /// What a list calls it.
    public String label() {
        return name.isEmpty() ? Integer.toString(number) : name;
    }
}
