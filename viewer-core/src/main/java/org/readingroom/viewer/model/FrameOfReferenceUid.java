package org.readingroom.viewer.model;

/// Frame of Reference UID (0020,0052): frames that share it share one patient coordinate system.
///
/// **Source:** DICOM PS3.5 section 9.1 (at most 64 characters; not checked here, real files break it).
public record FrameOfReferenceUid(String value) {
    public FrameOfReferenceUid {
        if (value.isBlank()) {
            throw new IllegalArgumentException("FrameOfReferenceUid must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
