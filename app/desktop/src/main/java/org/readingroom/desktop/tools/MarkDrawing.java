package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.FigureKind.Drawn;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.geometry.Vec3;

/// How the tool in hand draws: by one drag, by single clicks, by clicks until one is doubled, by a stroke.
///
/// **Thread:** FX.
// [impl->req~tools.draw~1]
final class MarkDrawing {
    /// chosen: a hand that shakes less than this has clicked, not dragged.
    private static final double CLICK_PX = 4;

    /// chosen: a freehand line has a point at every so many pixels of the screen.
    private static final double STROKE_PX = 2;

    private final MarksModel marks;
    private final EdgeSnap snap;
    private @Nullable Drawing drawing;
    private @Nullable Annotation unworded;

    MarkDrawing(MarksModel marks, EdgeSnap snap) {
        this.marks = marks;
        this.snap = snap;
    }

    boolean isActive() {
        return drawing != null;
    }

    /// How many points of the mark under way are set; none while nothing is being drawn.
    int pointsSet() {
        Drawing now = drawing;
        return now == null ? 0 : now.fixed().size();
    }

    /// Begins a mark where the tool in hand is pressed; false when there is none.
    boolean begin(ScreenPoint at, MarkSpace space, boolean isRound) {
        ToolKind tool = marks.toolProperty().get();
        Placement placement = space.placement().orElse(null);
        if (tool == null || placement == null || !tool.draws(placement) || !marks.isEditable(space.study())) {
            marks.select(null);
            return tool != null;
        }
        AnnotationId id = AnnotationId.random();
        Drawing begun = new Drawing(tool, id, placement, space, List.of(), at);
        begun = begun.with(List.of(point(begun, at, space)), at);
        drawing = begun;
        marks.select(id);
        if (tool.drawn() == Drawn.POINT) {
            show(begun, begun.fixed(), space, isRound);
        }
        return true;
    }

    /// A further press: false when it cannot go on there, and was given up.
    boolean press(ScreenPoint at, MarkSpace space, boolean isRound) {
        Drawing now = drawing;
        if (now == null) {
            return false;
        }
        if (!now.isOn(space)) {
            cancel();
            return false;
        }
        fix(now, at, space, isRound);
        return true;
    }

    void follow(ScreenPoint at, MarkSpace space, boolean isRound) {
        Drawing now = drawing;
        if (now == null || !now.isOn(space)) {
            return;
        }
        switch (now.kind().drawn()) {
            case STROKE -> stroke(now, at, space);
            case POINT -> show(now, List.of(point(now, at, space)), space, isRound);
            case DRAG, CLICKS, PATH -> show(now, now.and(point(now, at, space)), space, isRound);
        }
    }

    void release(ScreenPoint at, MarkSpace space, boolean isRound) {
        Drawing now = drawing;
        if (now == null) {
            return;
        }
        switch (now.kind().drawn()) {
            case POINT -> end(now);
            case STROKE -> {
                if (now.fixed().size() >= now.kind().points()) {
                    end(now);
                } else {
                    cancel();
                }
            }
            // the press set a point, the release sets another
            case DRAG, CLICKS, PATH -> {
                if (at.distanceTo(now.pressed()) >= CLICK_PX) {
                    fix(now, at, space, isRound);
                }
            }
        }
    }

    /// Sets one more point; the last one finishes the mark.
    private void fix(Drawing now, ScreenPoint at, MarkSpace space, boolean isRound) {
        ScreenPoint last = space.toScreen(now.placement(), now.fixed().getLast());
        ScreenPoint first = space.toScreen(now.placement(), now.fixed().getFirst());
        boolean isOnLast = at.distanceTo(last) < CLICK_PX || at.distanceTo(now.pressed()) < CLICK_PX;
        if (isOnLast || now.canEnd() && now.isClosed() && at.distanceTo(first) < Hit.HANDLE_PX) {
            finish();
            return;
        }
        Drawing next = now.with(now.and(point(now, at, space)), at);
        show(next, next.fixed(), space, isRound);
        drawing = next;
        if (next.isComplete()) {
            end(next);
        }
    }

    /// What is nothing without words or a length waits for them: see [#takeUnworded].
    private void end(Drawing now) {
        drawing = null;
        if (now.kind().asksBack()) {
            unworded = marks.find(now.id()).orElse(null);
            marks.drop();
        } else {
            marks.commit();
        }
    }

    /// The mark just drawn that waits for words; it is in the document when they are there. Told once.
    Optional<Annotation> takeUnworded() {
        Optional<Annotation> waiting = Optional.ofNullable(unworded);
        unworded = null;
        return waiting;
    }

    /// Ends an open path with the points that are set; false when there is none, or too few of them.
    // [impl->req~tools.paths~1]
    boolean finish() {
        Drawing now = drawing;
        if (now == null || !now.canEnd()) {
            return false;
        }
        show(now, now.fixed(), now.space(), false);
        end(now);
        return true;
    }

    /// Takes the last point off again; false when nothing is being drawn.
    // [impl->req~tools.paths~1]
    boolean takeBack() {
        Drawing now = drawing;
        if (now == null || now.fixed().size() == 1) {
            return cancel();
        }
        Drawing fewer = now.with(now.fixed().subList(0, now.fixed().size() - 1), now.pressed());
        drawing = fewer;
        show(fewer, fewer.fixed(), fewer.space(), false);
        return true;
    }

    /// Gives up the mark under way; false when there was none.
    boolean cancel() {
        if (drawing == null) {
            return false;
        }
        drawing = null;
        marks.drop();
        marks.select(null);
        return true;
    }

    /// Along the way of a pointer held down.
    private void stroke(Drawing now, ScreenPoint at, MarkSpace space) {
        ScreenPoint last = space.toScreen(now.placement(), now.fixed().getLast());
        if (at.distanceTo(last) < STROKE_PX || now.fixed().size() == FigureKind.MANY) {
            return;
        }
        Drawing next = now.with(now.and(space.toSpace(now.placement(), at)), now.pressed());
        drawing = next;
        show(next, next.fixed(), space, false);
    }

    private Vec3 point(Drawing now, ScreenPoint at, MarkSpace space) {
        Vec3 there = space.toSpace(now.placement(), at);
        return now.kind().snaps() ? snap.near(there, now.placement(), space) : there;
    }

    private void show(Drawing now, List<Vec3> points, MarkSpace space, boolean isRound) {
        marks.provisional(
                new AnnotationEdit.Add(MarkMaker.make(now.kind(), now.id(), now.placement(), points, space, isRound)));
    }
}
