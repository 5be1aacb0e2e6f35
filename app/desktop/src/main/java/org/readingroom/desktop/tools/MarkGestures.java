package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationMoves;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.FigureKind.Drawn;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// What a press, a drag and a release on one view do to the marks. No controls, no toolkit.
///
/// A mark is drawn by one drag, or by single clicks; an angle by a drag and a click; a path by clicks until
/// one is doubled. Each finished gesture is one step of undo. With or without a tool in hand, what lies under
/// the pointer is grabbed first.
///
/// **Thread:** FX.
// [impl->req~tools.draw~1]
final class MarkGestures {
    /// chosen: a hand that shakes less than this has clicked, not dragged.
    private static final double CLICK_PX = 4;

    /// chosen: a freehand line has a point at every so many pixels of the screen.
    private static final double STROKE_PX = 2;

    private final MarksModel marks;
    private @Nullable Gesture gesture;
    private @Nullable Annotation unworded;
    private boolean isDown;

    MarkGestures(MarksModel marks) {
        this.marks = marks;
    }

    boolean isDrawing() {
        return gesture instanceof Gesture.Drawing;
    }

    /// How many points of the mark under way are set; none while nothing is being drawn.
    int pointsSet() {
        return gesture instanceof Gesture.Drawing drawing ? drawing.fixed().size() : 0;
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
        if (tool == null || placement.isEmpty() || !marks.isEditable(space.study())) {
            marks.select(null);
            return tool != null;
        }
        AnnotationId id = AnnotationId.random();
        Gesture.Drawing begun =
                new Gesture.Drawing(tool, id, placement.get(), space, List.of(space.toSpace(placement.get(), at)), at);
        gesture = begun;
        marks.select(id);
        if (tool.drawn() == Drawn.POINT) {
            show(begun, begun.fixed(), space, isRound);
        }
        return true;
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
                return false;
            }
            case Gesture.Drawing drawing -> {
                if (space.placement().filter(drawing.placement()::equals).isPresent()) {
                    if (drawing.kind().drawn() == Drawn.STROKE) {
                        stroke(drawing, at, space);
                    } else if (drawing.kind().drawn() == Drawn.POINT) {
                        show(drawing, List.of(space.toSpace(drawing.placement(), at)), space, isRound);
                    } else {
                        preview(drawing, at, space, isRound);
                    }
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
            released(drawing, at, space, isRound);
            return;
        }
        if (gesture != null) {
            marks.commit();
            gesture = null;
        }
    }

    private void released(Gesture.Drawing drawing, ScreenPoint at, MarkSpace space, boolean isRound) {
        boolean isDragged = at.distanceTo(drawing.pressed()) >= CLICK_PX;
        switch (drawing.kind().drawn()) {
            case POINT -> {
                if (drawing.kind() == ToolKind.TEXT) {
                    ask(drawing);
                } else {
                    end();
                }
            }
            case STROKE -> {
                if (drawing.fixed().size() >= drawing.kind().points()) {
                    end();
                } else {
                    cancel();
                }
            }
            // the press set a point, the release sets another
            case DRAG, CLICKS, PATH -> {
                if (isDragged) {
                    fix(drawing, at, space, isRound);
                }
            }
        }
    }

    /// A mark that is nothing without words waits for them: see [#takeUnworded].
    private void ask(Gesture.Drawing drawing) {
        Optional<Annotation> shown = marks.find(drawing.id());
        gesture = null;
        marks.drop();
        unworded = shown.orElse(null);
    }

    /// The mark just drawn whose words must be asked for; it is in the document when they are there. Told
    /// once.
    Optional<Annotation> takeUnworded() {
        Optional<Annotation> waiting = Optional.ofNullable(unworded);
        unworded = null;
        return waiting;
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
        ScreenPoint last = space.toScreen(drawing.placement(), drawing.fixed().getLast());
        if (at.distanceTo(last) < CLICK_PX) {
            if (drawing.canEnd()) {
                finish();
            }
            return;
        }
        if (drawing.canEnd()
                && drawing.isClosed()
                && at.distanceTo(space.toScreen(
                                drawing.placement(), drawing.fixed().getFirst()))
                        < Hit.HANDLE_PX) {
            finish();
            return;
        }
        preview(drawing, at, space, isRound);
        List<Vec3> fixed = new ArrayList<>(drawing.fixed());
        fixed.add(space.toSpace(drawing.placement(), at));
        Gesture.Drawing next = drawing.with(fixed, at);
        gesture = next;
        boolean isComplete = fixed.size() >= drawing.kind().points();
        if (drawing.kind().drawn() == Drawn.PATH
                ? fixed.size() == drawing.kind().mostPoints()
                : isComplete) {
            end();
        }
    }

    private void end() {
        gesture = null;
        marks.commit();
    }

    /// Ends an open path with the points that are set; false when there is none, or too few of them.
    // [impl->req~tools.paths~1]
    boolean finish() {
        if (!(gesture instanceof Gesture.Drawing drawing) || !drawing.canEnd()) {
            return false;
        }
        show(drawing, drawing.fixed(), drawing.space(), false);
        end();
        return true;
    }

    /// Takes the last point off again; false when nothing is being drawn by clicks.
    // [impl->req~tools.paths~1]
    boolean takeBack() {
        if (!(gesture instanceof Gesture.Drawing drawing)) {
            return false;
        }
        if (drawing.fixed().size() == 1) {
            return cancel();
        }
        List<Vec3> fewer = drawing.fixed().subList(0, drawing.fixed().size() - 1);
        gesture = drawing.with(fewer, drawing.pressed());
        show(drawing, fewer, drawing.space(), false);
        return true;
    }

    private void preview(Gesture.Drawing drawing, ScreenPoint at, MarkSpace space, boolean isRound) {
        List<Vec3> points = new ArrayList<>(drawing.fixed());
        points.add(space.toSpace(drawing.placement(), at));
        show(drawing, points, space, isRound);
    }

    private void show(Gesture.Drawing drawing, List<Vec3> points, MarkSpace space, boolean isRound) {
        marks.provisional(new AnnotationEdit.Add(
                MarkMaker.make(drawing.kind(), drawing.id(), drawing.placement(), points, space, isRound)));
    }

    /// Along the way of a pointer held down.
    private void stroke(Gesture.Drawing drawing, ScreenPoint at, MarkSpace space) {
        ScreenPoint last = space.toScreen(drawing.placement(), drawing.fixed().getLast());
        if (at.distanceTo(last) < STROKE_PX || drawing.fixed().size() == FigureKind.MANY) {
            return;
        }
        List<Vec3> fixed = new ArrayList<>(drawing.fixed());
        fixed.add(space.toSpace(drawing.placement(), at));
        gesture = drawing.with(fixed, drawing.pressed());
        show(drawing, fixed, space, false);
    }
}
