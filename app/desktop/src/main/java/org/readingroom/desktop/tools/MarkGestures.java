package org.readingroom.desktop.tools;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationMoves;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.geometry.Vec3;

/// What a press, a drag and a release on one view do to the marks. No controls, no toolkit.
///
/// Each finished gesture is one step of undo. With or without a tool in hand, what lies under the pointer is grabbed
/// first; what draws is [MarkDrawing].
///
/// **Thread:** FX.
// [impl->req~tools.draw~1]
final class MarkGestures {
    private final MarksModel marks;
    private final EdgeSnap snap;
    private final MarkDrawing drawing;
    private @Nullable Gesture gesture;
    private boolean isDown;

    MarkGestures(MarksModel marks, EdgeSnap snap) {
        this.marks = marks;
        this.snap = snap;
        this.drawing = new MarkDrawing(marks, snap);
    }

    boolean isDrawing() {
        return drawing.isActive();
    }

    /// How many points of the mark under way are set; none while nothing is being drawn.
    int pointsSet() {
        return drawing.pointsSet();
    }

    boolean isActive() {
        return drawing.isActive() || gesture != null;
    }

    /// True when the press was taken: it grabbed, selected, or drew.
    boolean press(ScreenPoint at, MarkSpace space, MarkScene scene, boolean isRound) {
        isDown = true;
        if (drawing.press(at, space, isRound)) {
            return true;
        }
        Optional<Hit> hit = Hit.at(
                at, scene.shapes(), scene.labels(), marks.selectedProperty().get());
        if (hit.isPresent()) {
            grab(hit.get(), at, space);
            return true;
        }
        return drawing.begin(at, space, isRound);
    }

    private void grab(Hit hit, ScreenPoint at, MarkSpace space) {
        marks.select(hit.annotation());
        Optional<Annotation> found = marks.find(hit.annotation());
        // a mark seen from another plane than its own is moved in its own only
        if (found.isEmpty() || !marks.isEditable(hit.annotation()) || !space.shows(found.get())) {
            return;
        }
        Annotation annotation = found.get();
        gesture = switch (hit.part()) {
            case HANDLE -> {
                ScreenPoint handle = space.toScreen(
                        annotation.placement(), annotation.handles().get(hit.handle()));
                yield new Gesture.Handle(
                        annotation, hit.handle(), new ScreenPoint(handle.x() - at.x(), handle.y() - at.y()));
            }
            case OUTLINE -> new Gesture.Whole(annotation, space.toSpace(annotation.placement(), at));
            case LABEL -> new Gesture.Label(annotation.id(), marks.labelOffset(annotation.id()), at);
        };
    }

    /// The pointer moved, held down or not; true when a gesture follows it.
    boolean follow(ScreenPoint at, MarkSpace space, boolean isRound) {
        switch (gesture) {
            case null -> {
                drawing.follow(at, space, isRound);
                return drawing.isActive();
            }
            case Gesture.Handle handle -> {
                Annotation before = handle.before();
                Vec3 to = space.toSpace(
                        before.placement(),
                        at.plus(handle.slip().x(), handle.slip().y()));
                Vec3 snapped = ToolKind.snaps(before) ? snap.near(to, before.placement(), space) : to;
                move(before, AnnotationMoves.handle(before, handle.index(), snapped, space.aspect()));
            }
            case Gesture.Whole whole -> {
                Vec3 by = space.toSpace(whole.before().placement(), at).minus(whole.grabbed());
                move(whole.before(), AnnotationMoves.whole(whole.before(), by));
            }
            case Gesture.Label label -> {
                LabelOffset moved = label.before()
                        .plus(
                                at.x() - label.pressed().x(),
                                at.y() - label.pressed().y());
                if (moved.equals(label.before())) {
                    marks.drop();
                } else {
                    marks.provisional(new AnnotationEdit.MoveLabel(label.id(), label.before(), moved));
                }
            }
        }
        return true;
    }

    private void move(Annotation before, Annotation after) {
        if (before.equals(after)) {
            marks.drop();
        } else {
            marks.provisional(AnnotationEdit.Replace.moved(before, after));
        }
    }

    void release(ScreenPoint at, MarkSpace space, boolean isRound) {
        if (!isDown) {
            return;
        }
        isDown = false;
        if (gesture == null) {
            drawing.release(at, space, isRound);
        } else {
            marks.commit();
            gesture = null;
        }
    }

    /// The mark just drawn that waits for words or a length. Told once.
    Optional<Annotation> takeUnworded() {
        return drawing.takeUnworded();
    }

    /// Gives up what is under way; false when nothing was.
    boolean cancel() {
        if (gesture == null) {
            return drawing.cancel();
        }
        gesture = null;
        marks.drop();
        return true;
    }

    /// Ends an open path; false when there is none, or it has too few points.
    boolean finish() {
        return drawing.finish();
    }

    /// Takes the last point of the mark under way off again; false when there is none.
    boolean takeBack() {
        return drawing.takeBack();
    }
}
