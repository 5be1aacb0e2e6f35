package org.readingroom.desktop.boot;

import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// The identifier of the study a property holds.
final class StudyUids {
    private StudyUids() {}

    static @Nullable StudyUid of(ObservableValue<? extends @Nullable Study> property) {
        Study study = property.getValue();
        return study == null ? null : study.uid();
    }
}
