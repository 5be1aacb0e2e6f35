package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.model.StudyUid;

/// All annotations of one study. Immutable; the order is the order of drawing, later ones on top.
///
/// `labelOffsets` says which labels were moved by hand. That of an annotation deleted meanwhile stays, so that an
/// undone deletion gives back an equal document; it is not stored.
public record AnnotationDocument(
        StudyUid study, List<Annotation> annotations, Map<AnnotationId, LabelOffset> labelOffsets) {
    public AnnotationDocument {
        annotations = List.copyOf(annotations);
        labelOffsets = Map.copyOf(labelOffsets);
        long distinct = annotations.stream().map(Annotation::id).distinct().count();
        if (distinct != annotations.size()) {
            throw new IllegalArgumentException(annotations.size() + " annotations share " + distinct + " ids");
        }
    }

    /// With every label where it would stand.
    public AnnotationDocument(StudyUid study, List<Annotation> annotations) {
        this(study, annotations, Map.of());
    }

    public static AnnotationDocument empty(StudyUid study) {
        return new AnnotationDocument(study, List.of());
    }

    public LabelOffset labelOffset(AnnotationId id) {
        return labelOffsets.getOrDefault(id, LabelOffset.NONE);
    }

    public Optional<Annotation> find(AnnotationId id) {
        return annotations.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    AnnotationDocument with(int index, Annotation annotation) {
        List<Annotation> next = new ArrayList<>(annotations);
        next.add(index, annotation);
        return new AnnotationDocument(study, next, labelOffsets);
    }

    AnnotationDocument without(AnnotationId id) {
        return new AnnotationDocument(
                study, annotations.stream().filter(a -> !a.id().equals(id)).toList(), labelOffsets);
    }

    AnnotationDocument replacing(AnnotationId id, Annotation annotation) {
        if (find(id).isEmpty()) {
            throw new IllegalArgumentException("no annotation " + id + " to replace");
        }
        return new AnnotationDocument(
                study,
                annotations.stream()
                        .map(a -> a.id().equals(id) ? annotation : a)
                        .toList(),
                labelOffsets);
    }

    AnnotationDocument withLabelOffset(AnnotationId id, LabelOffset offset) {
        Map<AnnotationId, LabelOffset> next = new HashMap<>(labelOffsets);
        if (offset.equals(LabelOffset.NONE)) {
            next.remove(id);
        } else {
            next.put(id, offset);
        }
        return new AnnotationDocument(study, annotations, next);
    }
}
