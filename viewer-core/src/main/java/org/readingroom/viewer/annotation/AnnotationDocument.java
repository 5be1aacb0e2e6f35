package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.model.StudyUid;

/// All annotations of one study. Immutable; the order is the order of drawing, later ones on top.
public record AnnotationDocument(StudyUid study, List<Annotation> annotations) {
    public AnnotationDocument {
        annotations = List.copyOf(annotations);
        long distinct = annotations.stream().map(Annotation::id).distinct().count();
        if (distinct != annotations.size()) {
            throw new IllegalArgumentException(annotations.size() + " annotations share " + distinct + " ids");
        }
    }

    public static AnnotationDocument empty(StudyUid study) {
        return new AnnotationDocument(study, List.of());
    }

    public Optional<Annotation> find(AnnotationId id) {
        return annotations.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    AnnotationDocument with(int index, Annotation annotation) {
        List<Annotation> next = new ArrayList<>(annotations);
        next.add(index, annotation);
        return new AnnotationDocument(study, next);
    }

    AnnotationDocument without(AnnotationId id) {
        return new AnnotationDocument(
                study, annotations.stream().filter(a -> !a.id().equals(id)).toList());
    }

    AnnotationDocument replacing(AnnotationId id, Annotation annotation) {
        if (find(id).isEmpty()) {
            throw new IllegalArgumentException("no annotation " + id + " to replace");
        }
        return new AnnotationDocument(
                study,
                annotations.stream()
                        .map(a -> a.id().equals(id) ? annotation : a)
                        .toList());
    }
}
