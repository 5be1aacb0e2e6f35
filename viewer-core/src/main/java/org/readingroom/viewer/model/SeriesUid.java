package org.readingroom.viewer.model;

/// Series Instance UID (0020,000E).
///
/// **Source:** DICOM PS3.5 section 9.1 (at most 64 characters; not checked here, real files break it).
public record SeriesUid(String value) {
    public SeriesUid {
        if (value.isBlank()) {
            throw new IllegalArgumentException("SeriesUid must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
