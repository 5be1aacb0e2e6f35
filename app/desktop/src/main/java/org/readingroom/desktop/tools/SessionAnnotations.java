package org.readingroom.desktop.tools;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationJson;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The session's store of annotation texts as a store of documents.
public final class SessionAnnotations implements AnnotationStore {
    private final org.readingroom.services.store.AnnotationStore texts;

    public SessionAnnotations(org.readingroom.services.store.AnnotationStore texts) {
        this.texts = texts;
    }

    @Override
    public AnnotationDocument load(StudyUid study) throws WorkstationException {
        Optional<String> text = texts.load(study);
        return text.isEmpty()
                ? AnnotationDocument.empty(study)
                : AnnotationJson.read(text.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void save(StudyUid study, AnnotationDocument document) throws WorkstationException {
        texts.save(study, new String(AnnotationJson.write(document), StandardCharsets.UTF_8));
    }
}
