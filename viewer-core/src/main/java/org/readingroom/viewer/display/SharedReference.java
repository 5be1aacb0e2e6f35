package org.readingroom.viewer.display;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.SeriesUid;

/// Mends series whose slices name no frame of reference, or every slice one of its own.
///
/// The case: de-identified collections replaced the UID slice by slice (LIDC-IDRI-0314), others dropped it. All
/// images of a series share one frame of reference by definition, so the series itself stands for it. A series
/// with a few frames of reference is left alone: there the patient was moved.
///
/// **Source:** DICOM PS3.3 section C.7.4.1.1.1.
final class SharedReference {
    private SharedReference() {}

    /// The message key of what was mended; nothing when the series is sound or has no places at all.
    static Optional<String> fault(List<FrameEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.frame().plane() == null)) {
            return Optional.empty();
        }
        Set<FrameOfReferenceUid> references = new HashSet<>();
        entries.forEach(entry -> {
            if (entry.frame().frameOfReference() != null) {
                references.add(entry.frame().frameOfReference());
            }
        });
        if (references.isEmpty()) {
            return Optional.of("viewer.set.no-frame-of-reference");
        }
        return references.size() == entries.size() && entries.size() > 1
                ? Optional.of("viewer.set.references-differ")
                : Optional.empty();
    }

    static List<FrameEntry> mended(List<FrameEntry> entries, SeriesUid series) {
        FrameOfReferenceUid shared = new FrameOfReferenceUid(series.value());
        return entries.stream()
                .map(entry -> new FrameEntry(entry.header(), entry.frame().withFrameOfReference(shared)))
                .toList();
    }
}
