package org.readingroom.viewer.model;

/// SOP Instance UID (0008,0018).
///
/// **Source:** DICOM PS3.5 section 9.1 (at most 64 characters; not checked here, real files break it).
public record SopInstanceUid(String value) {
    public SopInstanceUid {
        if (value.isBlank()) {
            throw new IllegalArgumentException("SopInstanceUid must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
