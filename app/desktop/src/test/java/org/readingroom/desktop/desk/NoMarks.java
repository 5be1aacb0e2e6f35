package org.readingroom.desktop.desk;

import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.model.StudyUid;

/// Keeps nothing.
final class NoMarks implements AnnotationStore {
    @Override
    public AnnotationDocument load(StudyUid study) {
        return AnnotationDocument.empty(study);
    }

    @Override
    public void save(StudyUid study, AnnotationDocument document) {}
}
