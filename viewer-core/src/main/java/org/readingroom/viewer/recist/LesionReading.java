package org.readingroom.viewer.recist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.StudyUid;

/// One lesion in one study. `size` is there when it was measured: the longest diameter, of a node the short
/// axis; `mark` is what it was measured by.
public record LesionReading(
        StudyUid study,
        LocalDate date,
        LesionState state,
        @Nullable Measurement size,
        @Nullable AnnotationId mark) {
    public LesionReading {
        if ((state == LesionState.MEASURED) != (size != null)) {
            throw new IllegalArgumentException(state + " with size " + size);
        }
    }

    public static LesionReading measured(StudyUid study, LocalDate date, Measurement size, AnnotationId mark) {
        return new LesionReading(study, date, LesionState.MEASURED, size, mark);
    }

    /// Without a size.
    public static LesionReading seen(StudyUid study, LocalDate date, LesionState state) {
        return new LesionReading(study, date, state, null, null);
    }
}
