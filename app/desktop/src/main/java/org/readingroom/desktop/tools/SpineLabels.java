package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.SpineColumn;
import org.readingroom.viewer.annotation.SpineLevel;
import org.readingroom.viewer.annotation.SpineNaming;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;

/// Names vertebrae: the first by the reader, each further one after the one before. No controls.
///
/// **Thread:** FX.
// [impl->req~tools.spine~1]
final class SpineLabels {
    private final MarksModel marks;

    SpineLabels(MarksModel marks) {
        this.marks = marks;
    }

    /// The name that the next click in `placement` of `study` gives; nothing when the reader has to say it.
    Optional<SpineLevel> next(StudyUid study, Placement placement, boolean isDown) {
        List<Annotation.Figure> column = column(study, placement);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Annotation.Figure last = column.stream()
                .filter(mark -> mark.id().equals(marks.selectedProperty().get()))
                .findFirst()
                .orElse(column.getLast());
        return SpineNaming.next(named(study, placement), last, isDown);
    }

    /// Adds a name as one step of undo.
    void place(Placement placement, Vec3 at, SpineLevel level) {
        Annotation.Figure mark = new Annotation.Figure(
                AnnotationId.random(), placement, FigureKind.SPINE_LABEL, List.of(at), level.name());
        marks.edit(new AnnotationEdit.Add(mark));
        if (marks.find(mark.id()).isPresent()) {
            marks.select(mark.id());
        }
    }

    /// The selected mark when it names a vertebra and may be renamed.
    Optional<Annotation.Figure> selected() {
        AnnotationId id = marks.selectedProperty().get();
        return Optional.ofNullable(id)
                .filter(marks::isEditable)
                .flatMap(marks::find)
                .filter(SpineLabels::isSpine)
                .map(Annotation.Figure.class::cast);
    }

    /// False when the names after it would run past an end of the spine: nothing is changed then.
    boolean rename(Annotation.Figure mark, SpineLevel level, boolean isFollowed) {
        Optional<AnnotationEdit> edit = marks.studyOf(mark.id())
                .flatMap(study -> SpineNaming.renaming(column(study, mark.placement()), mark.id(), level, isFollowed));
        edit.ifPresent(marks::edit);
        return edit.isPresent();
    }

    /// The names that belong together, in the order in which they were placed.
    private List<Annotation.Figure> column(StudyUid study, Placement placement) {
        List<Annotation.Figure> column = new ArrayList<>();
        for (Annotation annotation : of(marks, study)) {
            if (isTogether(annotation.placement(), placement)) {
                column.add((Annotation.Figure) annotation);
            }
        }
        return column;
    }

    private SpineColumn named(StudyUid study, Placement placement) {
        return placement instanceof Placement.InPatient in
                ? SpineColumn.of(of(marks, study), in.frameOfReference())
                : new SpineColumn(List.of());
    }

    private static boolean isTogether(Placement one, Placement other) {
        if (one instanceof Placement.InPatient a && other instanceof Placement.InPatient b) {
            return a.frameOfReference().equals(b.frameOfReference());
        }
        return one instanceof Placement.OnFrame a
                && other instanceof Placement.OnFrame b
                && a.frame().equals(b.frame());
    }

    /// The marks that name vertebrae of `study`: studies may share a frame of reference, never names.
    static List<Annotation> of(MarksModel marks, StudyUid study) {
        return marks.annotations().stream()
                .filter(SpineLabels::isSpine)
                .filter(mark -> marks.studyOf(mark.id()).filter(study::equals).isPresent())
                .toList();
    }

    static boolean isSpine(Annotation annotation) {
        return annotation instanceof Annotation.Figure figure && figure.kind() == FigureKind.SPINE_LABEL;
    }
}
