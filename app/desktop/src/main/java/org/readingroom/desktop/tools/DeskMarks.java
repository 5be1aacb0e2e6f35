package org.readingroom.desktop.tools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.edit.Edit;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.model.StudyUid;

/// The documents of marks on the desk, one for each study, and the order in which they were changed: undo
/// takes back what was done last, whichever study it was done to, and each document is stored on its own.
///
/// **Thread:** FX.
// [impl->req~tools.marks-of-studies~1]
final class DeskMarks {
    private final Map<StudyUid, StudyMarks> open = new LinkedHashMap<>();
    private final Deque<StudyUid> done = new ArrayDeque<>();
    private final Deque<StudyUid> undone = new ArrayDeque<>();
    private final List<StudyMarks> leaving = new ArrayList<>();

    /// Takes the marks of a study in and has them loaded.
    void put(StudyMarks marks, Callable<Boolean> isLocked) {
        open.put(marks.study(), marks);
        StudyMarks before = leaving.stream()
                .filter(gone -> gone.study().equals(marks.study()) && !gone.isSaved())
                .reduce((older, newer) -> newer)
                .orElse(null);
        marks.load(before, isLocked);
    }

    boolean has(StudyUid study) {
        return open.containsKey(study);
    }

    void remove(StudyUid study) {
        StudyMarks gone = open.remove(study);
        if (gone != null) {
            gone.close();
            leaving.removeIf(StudyMarks::isSaved);
            leaving.add(gone);
        }
        done.removeIf(study::equals);
        undone.removeIf(study::equals);
    }

    void clear() {
        List.copyOf(open.keySet()).forEach(this::remove);
    }

    Collection<StudyMarks> all() {
        return open.values();
    }

    Optional<StudyMarks> of(@Nullable StudyUid study) {
        return Optional.ofNullable(study).map(open::get);
    }

    Optional<StudyMarks> holding(AnnotationId id) {
        return open.values().stream()
                .filter(marks -> marks.history()
                        .flatMap(edits -> edits.document().find(id))
                        .isPresent())
                .findFirst();
    }

    Optional<Annotation> find(AnnotationId id) {
        return holding(id)
                .flatMap(StudyMarks::history)
                .flatMap(edits -> edits.document().find(id));
    }

    /// Asked for every label that is painted: the marks themselves are not searched.
    // [impl->req~tools.many-marks~1]
    LabelOffset labelOffset(AnnotationId id) {
        for (StudyMarks marks : open.values()) {
            LabelOffset moved = marks.history()
                    .map(edits -> edits.document().labelOffsets().get(id))
                    .orElse(null);
            if (moved != null) {
                return moved;
            }
        }
        return LabelOffset.NONE;
    }

    /// The marks as they are shown, in the order of the studies.
    List<Annotation> annotations() {
        List<StudyMarks> all = List.copyOf(open.values());
        if (all.size() == 1) {
            return shown(all.getFirst());
        }
        List<Annotation> together = new ArrayList<>();
        all.forEach(marks -> together.addAll(shown(marks)));
        return List.copyOf(together);
    }

    private static List<Annotation> shown(StudyMarks marks) {
        return marks.history().map(edits -> edits.document().annotations()).orElse(List.of());
    }

    /// Makes `edit` a step, where the marks may change.
    void edit(StudyMarks marks, Edit<AnnotationDocument> edit) {
        marks.editable().ifPresent(edits -> {
            edits.apply(edit);
            step(marks);
        });
    }

    /// Makes what is provisional a step.
    void commit() {
        for (StudyMarks marks : List.copyOf(open.values())) {
            marks.editable().filter(EditHistory::isProvisional).ifPresent(edits -> {
                edits.commitProvisional();
                step(marks);
            });
        }
    }

    void drop() {
        List.copyOf(open.values()).forEach(marks -> marks.editable().ifPresent(EditHistory::dropProvisional));
    }

    private void step(StudyMarks marks) {
        done.push(marks.study());
        undone.clear();
        marks.save();
    }

    boolean canUndo() {
        return next(done, EditHistory::canUndo).isPresent();
    }

    boolean canRedo() {
        return next(undone, EditHistory::canRedo).isPresent();
    }

    void undo() {
        next(done, EditHistory::canUndo).ifPresent(marks -> {
            move(marks, done, undone);
            marks.editable().ifPresent(EditHistory::undo);
            marks.save();
        });
    }

    void redo() {
        next(undone, EditHistory::canRedo).ifPresent(marks -> {
            move(marks, undone, done);
            marks.editable().ifPresent(EditHistory::redo);
            marks.save();
        });
    }

    /// The latest in `order` whose marks may still change: those of a study signed meanwhile stay.
    private Optional<StudyMarks> next(Deque<StudyUid> order, Predicate<EditHistory<AnnotationDocument>> can) {
        return order.stream()
                .map(open::get)
                .filter(marks -> marks.editable().filter(can).isPresent())
                .findFirst();
    }

    private static void move(StudyMarks marks, Deque<StudyUid> from, Deque<StudyUid> to) {
        from.removeFirstOccurrence(marks.study());
        to.push(marks.study());
    }

    /// True when every finished change is on disk, those of studies put away included.
    boolean isSaved() {
        leaving.removeIf(StudyMarks::isSaved);
        return leaving.isEmpty() && open.values().stream().allMatch(StudyMarks::isSaved);
    }
}
