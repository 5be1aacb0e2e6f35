package org.readingroom.services.store;

import java.util.Optional;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The marks of each study, as the JSON text that the annotation package writes.
///
/// **Thread:** any but `fx` and `gl`; blocks until the text is durable.
public final class AnnotationStore {
    AnnotationStore() {}

    public Optional<String> load(StudyUid study) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// Replaces what was there.
    public void save(StudyUid study, String json) throws WorkstationException {
        throw new UnsupportedOperationException();
    }
}
