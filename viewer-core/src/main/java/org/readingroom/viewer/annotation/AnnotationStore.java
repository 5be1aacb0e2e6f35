package org.readingroom.viewer.annotation;

import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Keeps annotations over a restart. A study without any loads as an empty document.
///
/// **Thread:** `io`; both block. When `save` returns, the document is on disk.
public interface AnnotationStore {
    AnnotationDocument load(StudyUid study) throws WorkstationException;

    void save(StudyUid study, AnnotationDocument document) throws WorkstationException;
}
