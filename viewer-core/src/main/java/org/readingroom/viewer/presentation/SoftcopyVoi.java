package org.readingroom.viewer.presentation;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.display.Voi;

/// The window or VOI LUT for some images; `references` is empty when every image of the state is meant.
///
/// **Source:** DICOM PS3.3 section C.11.8.
public record SoftcopyVoi(List<InstanceReference> references, Optional<Voi> voi) {
    public SoftcopyVoi {
        references = List.copyOf(references);
    }
}
