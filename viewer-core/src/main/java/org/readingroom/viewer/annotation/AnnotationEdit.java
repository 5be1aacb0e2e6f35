package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.edit.Edit;
import org.readingroom.viewer.model.FrameRef;

/// The changes an annotation document can have.
///
/// **Errors:** [IllegalArgumentException] when the document does not hold what the edit speaks of.
// [impl->req~annotation.edit~1]
public sealed interface AnnotationEdit extends Edit<AnnotationDocument> {
    /// A new annotation on top of the others.
    record Add(Annotation annotation) implements AnnotationEdit {
        @Override
        public AnnotationDocument apply(AnnotationDocument document) {
            return document.with(document.annotations().size(), annotation);
        }

        @Override
        public AnnotationDocument revert(AnnotationDocument document) {
            return document.without(annotation.id());
        }

        @Override
        public String labelKey() {
            return "viewer.edit.add-annotation";
        }
    }

    /// An annotation gone; `index` is its place in the drawing order, to which revert puts it back.
    record Delete(Annotation annotation, int index) implements AnnotationEdit {
        public static Delete of(AnnotationDocument document, AnnotationId id) {
            Annotation annotation = document.find(id)
                    .orElseThrow(() -> new IllegalArgumentException("no annotation " + id + " to delete"));
            return new Delete(annotation, document.annotations().indexOf(annotation));
        }

        @Override
        public AnnotationDocument apply(AnnotationDocument document) {
            return document.without(annotation.id());
        }

        @Override
        public AnnotationDocument revert(AnnotationDocument document) {
            return document.with(index, annotation);
        }

        @Override
        public String labelKey() {
            return "viewer.edit.delete-annotation";
        }
    }

    /// One annotation in place of another with the same id.
    record Replace(Annotation before, Annotation after, String labelKey) implements AnnotationEdit {
        public Replace {
            if (!before.id().equals(after.id())) {
                throw new IllegalArgumentException(before.id() + " cannot become " + after.id());
            }
        }

        public static Replace moved(Annotation before, Annotation after) {
            return new Replace(before, after, "viewer.edit.move-annotation");
        }

        public static Replace relabelled(Annotation before, String label) {
            return new Replace(before, AnnotationMoves.labelled(before, label), "viewer.edit.label-annotation");
        }

        public static Replace calibrated(Annotation before, Annotation after) {
            return new Replace(before, after, "viewer.edit.calibrate");
        }

        @Override
        public AnnotationDocument apply(AnnotationDocument document) {
            return document.replacing(before.id(), after);
        }

        @Override
        public AnnotationDocument revert(AnnotationDocument document) {
            return document.replacing(after.id(), before);
        }
    }

    /// The words of an annotation elsewhere.
    record MoveLabel(AnnotationId id, LabelOffset before, LabelOffset after) implements AnnotationEdit {
        @Override
        public AnnotationDocument apply(AnnotationDocument document) {
            return document.withLabelOffset(id, after);
        }

        @Override
        public AnnotationDocument revert(AnnotationDocument document) {
            return document.withLabelOffset(id, before);
        }

        @Override
        public String labelKey() {
            return "viewer.edit.move-label";
        }
    }

    /// The key images of the study as they were and as they are.
    record MarkKeyImages(List<KeyImage> before, List<KeyImage> after, String labelKey) implements AnnotationEdit {
        public MarkKeyImages {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /// One more, or the same frame with other words.
        public static MarkKeyImages marked(AnnotationDocument document, KeyImage image) {
            List<KeyImage> after = new ArrayList<>(document.keyImages());
            int at = document.keyImage(image.frame()).map(after::indexOf).orElse(-1);
            if (at < 0) {
                after.add(image);
            } else {
                after.set(at, image);
            }
            return new MarkKeyImages(document.keyImages(), after, "viewer.edit.key-image");
        }

        /// One less.
        public static MarkKeyImages unmarked(AnnotationDocument document, FrameRef frame) {
            return new MarkKeyImages(
                    document.keyImages(),
                    document.keyImages().stream()
                            .filter(k -> !k.frame().equals(frame))
                            .toList(),
                    "viewer.edit.no-key-image");
        }

        @Override
        public AnnotationDocument apply(AnnotationDocument document) {
            return document.withKeyImages(after);
        }

        @Override
        public AnnotationDocument revert(AnnotationDocument document) {
            return document.withKeyImages(before);
        }
    }

    /// Several as one step, in their order; at least one.
    record Together(List<AnnotationEdit> edits, String labelKey) implements AnnotationEdit {
        public Together {
            edits = List.copyOf(edits);
            if (edits.isEmpty()) {
                throw new IllegalArgumentException("a step of no edits");
            }
        }

        @Override
        public AnnotationDocument apply(AnnotationDocument document) {
            AnnotationDocument next = document;
            for (AnnotationEdit edit : edits) {
                next = edit.apply(next);
            }
            return next;
        }

        @Override
        public AnnotationDocument revert(AnnotationDocument document) {
            AnnotationDocument next = document;
            for (AnnotationEdit edit : edits.reversed()) {
                next = edit.revert(next);
            }
            return next;
        }
    }
}
