package org.readingroom.viewer.model;

/// One series at the level of a list.
public record Series(
        SeriesUid uid,
        StudyUid study,
        String modality,
        int number,
        String description,
        String bodyPart,
        String laterality,
        int instanceCount) {}
