package org.readingroom.viewer.model;

import java.time.LocalDateTime;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One imaging study at the level of a list: no pixels, no instances.
public record Study(
        StudyUid uid,
        Patient patient,
        String accessionNumber,
        @Nullable LocalDateTime dateTime,
        String description,
        SortedSet<String> modalities,
        String bodyPart,
        int seriesCount,
        int instanceCount) {
    public Study {
        modalities = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
    }
}
