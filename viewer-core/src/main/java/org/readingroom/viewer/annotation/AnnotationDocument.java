package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;

/// All annotations of one study. Immutable; the order is the order of drawing, later ones on top.
///
/// `labelOffsets` says which labels were moved by hand. That of an annotation deleted meanwhile stays, so that an
/// undone deletion gives back an equal document; it is not stored. `keyImages` are in the order of marking, each frame
/// once.
public record AnnotationDocument(
        StudyUid study,
        List<Annotation> annotations,
        Map<AnnotationId, LabelOffset> labelOffsets,
        List<KeyImage> keyImages) {
    public AnnotationDocument {
        annotations = List.copyOf(annotations);
        labelOffsets = Map.copyOf(labelOffsets);
        keyImages = List.copyOf(keyImages);
        long frames = keyImages.stream().map(KeyImage::frame).distinct().count();
        if (frames != keyImages.size()) {
            throw new IllegalArgumentException(keyImages.size() + " key images are " + frames + " frames");
        }
        long distinct = annotations.stream().map(Annotation::id).distinct().count();
        if (distinct != annotations.size()) {
            throw new IllegalArgumentException(annotations.size() + " annotations share " + distinct + " ids");
        }
    }

    /// Without key images.
    public AnnotationDocument(
            StudyUid study, List<Annotation> annotations, Map<AnnotationId, LabelOffset> labelOffsets) {
        this(study, annotations, labelOffsets, List.of());
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

    public Optional<KeyImage> keyImage(FrameRef frame) {
        return keyImages.stream().filter(k -> k.frame().equals(frame)).findFirst();
    }

    AnnotationDocument withKeyImages(List<KeyImage> wanted) {
        return new AnnotationDocument(study, annotations, labelOffsets, wanted);
    }

    AnnotationDocument with(int index, Annotation annotation) {
        List<Annotation> next = new ArrayList<>(annotations);
        next.add(index, annotation);
        return new AnnotationDocument(study, next, labelOffsets, keyImages);
    }

    AnnotationDocument without(AnnotationId id) {
        return new AnnotationDocument(
                study, annotations.stream().filter(a -> !a.id().equals(id)).toList(), labelOffsets, keyImages);
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
                labelOffsets,
                keyImages);
    }

    AnnotationDocument withLabelOffset(AnnotationId id, LabelOffset offset) {
        Map<AnnotationId, LabelOffset> next = new HashMap<>(labelOffsets);
        if (offset.equals(LabelOffset.NONE)) {
            next.remove(id);
        } else {
            next.put(id, offset);
        }
        return new AnnotationDocument(study, annotations, next, keyImages);
    }
}
