package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationMoves;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// What a press, a drag and a release on one view do to the marks. No controls, no toolkit.
///
/// A mark is drawn by one drag, or by single clicks; an angle by a drag and a click. Each finished gesture is one
/// step of undo. With or without a tool in hand, what lies under the pointer is grabbed first.
///
/// **Thread:** FX.
// [impl->req~tools.draw~1]
final class MarkGestures {
    /// chosen: a hand that shakes less than this has clicked, not dragged.
    private static final double CLICK_PX = 4;

    private sealed interface Gesture {
        /// `fixed` points are set; the next one follows the pointer.
        record Drawing(ToolKind kind, AnnotationId id, Placement placement, List<Vec3> fixed, ScreenPoint pressed)
                implements Gesture {}

        /// `slip` is how far the press missed the handle, so that it does not jump.
        record Handle(Annotation before, int index, ScreenPoint slip) implements Gesture {}

        record Whole(Annotation before, Vec3 grabbed) implements Gesture {}

        record Label(AnnotationId id, LabelOffset before, ScreenPoint pressed) implements Gesture {}
    }

    private final MarksModel marks;
    private @Nullable Gesture gesture;
    private boolean isDown;

    MarkGestures(MarksModel marks) {
        this.marks = marks;
    }

    boolean isDrawing() {
        return gesture instanceof Gesture.Drawing;
    }

    boolean isActive() {
        return gesture != null;
    }

    /// True when the press was taken: it grabbed, selected, or drew.
    boolean press(ScreenPoint at, MarkSpace space, MarkScene scene, boolean isRound) {
        isDown = true;
        if (gesture instanceof Gesture.Drawing drawing) {
            if (space.placement().filter(drawing.placement()::equals).isPresent()) {
                fix(drawing, at, space, isRound);
                return true;
            }
            cancel();
        }
        Optional<Hit> hit = Hit.at(
                at, scene.shapes(), scene.labels(), marks.selectedProperty().get());
        if (hit.isPresent()) {
            grab(hit.get(), at, space);
            return true;
        }
        ToolKind tool = marks.toolProperty().get();
        Optional<Placement> placement = space.placement();
        if (tool == null || placement.isEmpty() || !marks.isEditable()) {
            marks.select(null);
            return tool != null;
        }
        AnnotationId id = AnnotationId.random();
        gesture = new Gesture.Drawing(tool, id, placement.get(), List.of(space.toSpace(placement.get(), at)), at);
        marks.select(id);
        return true;
    }

    private void grab(Hit hit, ScreenPoint at, MarkSpace space) {
        marks.select(hit.annotation());
        Optional<Annotation> found = marks.find(hit.annotation());
        if (found.isEmpty() || !marks.isEditable()) {
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
                return false;
            }
            case Gesture.Drawing drawing -> {
                if (space.placement().filter(drawing.placement()::equals).isPresent()) {
                    preview(drawing, at, space, isRound);
                }
            }
            case Gesture.Handle handle -> {
                Vec3 to = space.toSpace(
                        handle.before().placement(),
                        at.plus(handle.slip().x(), handle.slip().y()));
                move(handle.before(), AnnotationMoves.handle(handle.before(), handle.index(), to, space.aspect()));
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
        if (gesture instanceof Gesture.Drawing drawing) {
            boolean isDragged = at.distanceTo(drawing.pressed()) >= CLICK_PX;
            if (isDragged && drawing.fixed().size() == 1) {
                fix(drawing, at, space, isRound);
            }
            return;
        }
        if (gesture != null) {
            marks.commit();
            gesture = null;
        }
    }

    /// Gives up what is under way; false when nothing was.
    boolean cancel() {
        if (gesture == null) {
            return false;
        }
        boolean wasDrawing = isDrawing();
        gesture = null;
        marks.drop();
        if (wasDrawing) {
            marks.select(null);
        }
        return true;
    }

    /// Sets one more point; the last one finishes the mark.
    private void fix(Gesture.Drawing drawing, ScreenPoint at, MarkSpace space, boolean isRound) {
        Vec3 point = space.toSpace(drawing.placement(), at);
        ScreenPoint last = space.toScreen(drawing.placement(), drawing.fixed().getLast());
        if (at.distanceTo(last) < CLICK_PX) {
            return;
        }
        int needed = drawing.kind() == ToolKind.ANGLE ? 3 : 2;
        preview(drawing, at, space, isRound);
        if (drawing.fixed().size() + 1 == needed) {
            gesture = null;
            marks.commit();
            return;
        }
        List<Vec3> fixed = new ArrayList<>(drawing.fixed());
        fixed.add(point);
        gesture = new Gesture.Drawing(drawing.kind(), drawing.id(), drawing.placement(), List.copyOf(fixed), at);
    }

    private void preview(Gesture.Drawing drawing, ScreenPoint at, MarkSpace space, boolean isRound) {
        Placement placement = drawing.placement();
        Vec3 first = drawing.fixed().getFirst();
        Vec3 here = space.toSpace(placement, at);
        Annotation annotation = switch (drawing.kind()) {
            case LENGTH -> new Annotation.Length(drawing.id(), placement, first, here, "");
            case ANGLE ->
                new Annotation.Angle(
                        drawing.id(),
                        placement,
                        first,
                        drawing.fixed().size() > 1 ? drawing.fixed().get(1) : here,
                        here,
                        "");
            case ELLIPSE -> ellipse(drawing, at, space, isRound);
        };
        marks.provisional(new AnnotationEdit.Add(annotation));
    }

    /// The ellipse between the corner pressed and the pointer, its axes along the screen's.
    private static Annotation ellipse(Gesture.Drawing drawing, ScreenPoint at, MarkSpace space, boolean isRound) {
        Placement placement = drawing.placement();
        ScreenPoint corner = space.toScreen(placement, drawing.fixed().getFirst());
        double halfWidth = (at.x() - corner.x()) / 2;
        double halfHeight = (at.y() - corner.y()) / 2;
        if (isRound) {
            double half = Math.max(Math.abs(halfWidth), Math.abs(halfHeight));
            halfWidth = Math.copySign(half, halfWidth);
            halfHeight = Math.copySign(half, halfHeight);
        }
        ScreenPoint center = corner.plus(halfWidth, halfHeight);
        Vec3 middle = space.toSpace(placement, center);
        return new Annotation.Ellipse(
                drawing.id(),
                placement,
                middle,
                space.toSpace(placement, center.plus(Math.abs(halfWidth), 0)).minus(middle),
                space.toSpace(placement, center.plus(0, Math.abs(halfHeight))).minus(middle),
                "");
    }
}
