package org.readingroom.viewer.model;

/// Study Instance UID (0020,000D).
///
/// **Source:** DICOM PS3.5 section 9.1 (at most 64 characters; not checked here, real files break it).
public record StudyUid(String value) {
    public StudyUid {
        if (value.isBlank()) {
            throw new IllegalArgumentException("StudyUid must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
