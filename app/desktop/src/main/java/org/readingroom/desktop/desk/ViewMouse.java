package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.hands.MouseAct;
import org.readingroom.desktop.hands.MouseMove;
import org.readingroom.viewer.geometry.Vec3;

/// Mouse on a view: what drags and the wheel do stands in the map of the person's hands; the tool is asked first.
// [impl->req~desk.mouse~1]
final class ViewMouse {
    /// chosen: pixels a pointer may move before a press becomes a drag.
    private static final double STEADY = 3;

    private final ViewportNode node;
    private final ViewportModel model;
    private final ReadingDeskModel desk;
    private final PictureHands picture;
    private final SceneHands scene;
    private final CurveHands curve;
    private double pressX;
    private double pressY;
    private double wheel;
    private @Nullable Point2D pointer;
    private boolean toolHolds;
    private @Nullable ViewContext heldIn;
    private boolean isDrag;

    ViewMouse(ViewportNode node, ViewportModel model, ReadingDeskModel desk) {
        this.node = node;
        this.model = model;
        this.desk = desk;
        picture = new PictureHands(node, model);
        scene = new SceneHands(node, model, desk);
        curve = new CurveHands(node, model, desk);
        node.setOnMousePressed(this::pressed);
        node.setOnMouseDragged(this::dragged);
        node.setOnMouseReleased(this::released);
        node.setOnMouseMoved(this::moved);
        node.setOnMouseExited(e -> {
            pointer = null;
            model.readoutProperty().set(null);
        });
        node.setOnScroll(this::scrolled);
    }

    /// What scissors have gone round so far; empty without.
    List<Vec3> outline() {
        return scene.outline();
    }

    private void pressed(MouseEvent event) {
        node.requestFocus();
        desk.activate(model);
        Optional<ViewHands> others = otherHands();
        if (others.isPresent()) {
            others.get().pressed(event);
            event.consume();
            return;
        }
        pressX = event.getX();
        pressY = event.getY();
        picture.press(pressX, pressY);
        Optional<ViewContext> context = node.context();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            toolHolds = true;
            if (context.isEmpty() || !desk.toolLayer().doubleClicked(event, context.get())) {
                desk.maximise(model);
            }
        } else {
            toolHolds = context.isPresent() && desk.toolLayer().pressed(event, context.get());
        }
        heldIn = context.orElse(null);
        event.consume();
    }

    /// Those of a view that shows no flat picture.
    private Optional<ViewHands> otherHands() {
        return switch (model.modeProperty().get()) {
            case ViewMode.Scene shown -> Optional.of(scene);
            case ViewMode.Curve shown -> Optional.of(curve);
            case ViewMode.Flat shown -> Optional.empty();
        };
    }

    private void dragged(MouseEvent event) {
        Optional<ViewContext> context = node.context();
        event.consume();
        Optional<ViewHands> others = otherHands();
        if (others.isPresent()) {
            others.get().dragged(event);
            return;
        }
        if (toolHolds) {
            context.ifPresent(c -> {
                heldIn = c;
                desk.toolLayer().dragged(event, c);
            });
            read(event);
            return;
        }
        // A click with a trembling hand changes nothing.
        isDrag |= Math.hypot(event.getX() - pressX, event.getY() - pressY) >= STEADY;
        if (!isDrag) {
            return;
        }
        node.dragging();
        picture.drag(desk.mouseMapProperty().get().act(MouseMove.of(event)), event.getX(), event.getY());
    }

    private void released(MouseEvent event) {
        Optional<ViewHands> others = otherHands();
        if (toolHolds) {
            // the picture may have gone from under the hand: what it held is let go where it was seen last
            node.context()
                    .or(() -> Optional.ofNullable(heldIn))
                    .ifPresent(c -> desk.toolLayer().released(event, c));
        } else if (others.isPresent()) {
            others.get().released(event);
        } else if (!isDrag && event.getButton() == MouseButton.PRIMARY) {
            node.context().ifPresent(c -> desk.toolLayer().clicked(event, c));
        }
        toolHolds = false;
        heldIn = null;
        isDrag = false;
        event.consume();
    }

    private void moved(MouseEvent event) {
        Optional<ViewHands> others = otherHands();
        if (others.isPresent()) {
            others.get().moved(event);
            return;
        }
        read(event);
        node.context().ifPresent(context -> {
            desk.toolLayer().moved(event, context);
            Cursor wanted = desk.toolLayer().cursor(context);
            node.showCursor(wanted);
        });
    }

    // [impl->req~desk.value-under-pointer~1]
    private void read(MouseEvent event) {
        pointer = new Point2D(event.getX(), event.getY());
        pictureShown();
    }

    /// Another picture under a pointer at rest has another value there.
    void pictureShown() {
        Point2D at = pointer;
        model.readoutProperty()
                .set(
                        at == null
                                ? null
                                : node.context()
                                        .map(context -> ReadoutSampler.at(context, at.getX(), at.getY()))
                                        .orElse(null));
    }

    private void scrolled(ScrollEvent event) {
        desk.activate(model);
        event.consume();
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        MouseAct act = desk.mouseMapProperty().get().act(MouseMove.of(event));
        if (act == MouseAct.ZOOM && model.isFlat()) {
            picture.wheel(act, 0, delta > 0);
            return;
        }
        double notch = event.getMultiplierY() == 0 ? 40 : event.getMultiplierY();
        wheel += delta / notch;
        int steps = (int) wheel;
        wheel -= steps;
        if (steps != 0) {
            node.dragging();
            otherHands().ifPresentOrElse(hands -> hands.wheel(steps), () -> picture.wheel(act, steps, steps > 0));
        }
    }
}
