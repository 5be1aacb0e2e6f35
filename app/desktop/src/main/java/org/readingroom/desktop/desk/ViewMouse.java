package org.readingroom.desktop.desk;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.GreySlice;

/// Mouse on a view: wheel scrolls, left drag windows, middle drag pans, right drag zooms; the tool
/// is asked first.
// [impl->req~desk.mouse~1]
final class ViewMouse {
    /// chosen: a full window width per this many pixels of drag.
    private static final double PIXELS_PER_WIDTH = 256;
    /// chosen: zoom doubles per this many pixels of drag.
    private static final double PIXELS_PER_DOUBLING = 120;

    /// chosen: pixels a pointer may move before a press becomes a drag.
    private static final double STEADY = 3;

    private final ViewportNode node;
    private final ViewportModel model;
    private final ReadingDeskModel desk;
    private double lastX;
    private double lastY;
    private double pressX;
    private double pressY;
    private double wheel;
    private boolean toolHolds;
    private boolean isDrag;
    private Voi.@Nullable Window windowAtPress;
    private ViewPresentation lookAtPress = ViewPresentation.FIT;

    ViewMouse(ViewportNode node, ViewportModel model, ReadingDeskModel desk) {
        this.node = node;
        this.model = model;
        this.desk = desk;
        node.setOnMousePressed(this::pressed);
        node.setOnMouseDragged(this::dragged);
        node.setOnMouseReleased(this::released);
        node.setOnMouseMoved(this::moved);
        node.setOnMouseExited(e -> model.readoutProperty().set(null));
        node.setOnScroll(this::scrolled);
    }

    private void pressed(MouseEvent event) {
        node.requestFocus();
        desk.activate(model);
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        windowAtPress = model.voi().map(WindowEnds::window).orElse(null);
        lookAtPress = model.presentationProperty().get();
        Optional<ViewContext> context = node.context();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            toolHolds = true;
            if (context.isEmpty() || !desk.toolLayer().doubleClicked(event, context.get())) {
                desk.maximise(model);
            }
        } else {
            toolHolds = context.isPresent() && desk.toolLayer().pressed(event, context.get());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Optional<ViewContext> context = node.context();
        event.consume();
        if (toolHolds) {
            context.ifPresent(c -> desk.toolLayer().dragged(event, c));
            read(event);
            return;
        }
        // A click with a trembling hand changes nothing.
        isDrag |= Math.hypot(event.getX() - pressX, event.getY() - pressY) >= STEADY;
        if (!isDrag) {
            return;
        }
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        lastX = event.getX();
        lastY = event.getY();
        node.dragging();
        if (event.isMiddleButtonDown() || (event.isPrimaryButtonDown() && event.isShiftDown())) {
            context.ifPresent(c -> pan(c.transform(), dx, dy));
        } else if (event.isSecondaryButtonDown()) {
            zoom(Math.pow(2, (pressY - event.getY()) / PIXELS_PER_DOUBLING));
        } else if (event.isPrimaryButtonDown()) {
            window(event.getX() - pressX, event.getY() - pressY);
        }
    }

    private void pan(ViewTransform transform, double dx, double dy) {
        double unit = transform.worldUnitsPerPixel();
        model.presentationProperty().set(model.presentationProperty().get().panned(dx * unit, dy * unit));
    }

    /// Zooms about the point where the drag began.
    private void zoom(double factor) {
        ViewPresentation zoomed = lookAtPress.withZoom(lookAtPress.zoom() * factor);
        Optional<ViewContext> context = node.context();
        if (context.isEmpty()) {
            return;
        }
        double unitsNow = context.get().transform().worldUnitsPerPixel()
                * model.presentationProperty().get().zoom();
        double before = unitsNow / lookAtPress.zoom();
        double after = unitsNow / zoomed.zoom();
        double fromCentreX = pressX - node.getWidth() / 2;
        double fromCentreY = pressY - node.getHeight() / 2;
        model.presentationProperty().set(zoomed.panned(fromCentreX * (after - before), fromCentreY * (after - before)));
    }

    /// Right widens, down raises the centre.
    private void window(double dx, double dy) {
        Voi.Window start = windowAtPress;
        if (start == null) {
            return;
        }
        double step = Math.max(start.width(), smallestStep()) / PIXELS_PER_WIDTH;
        double least = start.function() == Voi.Function.LINEAR ? 1 : smallestStep();
        double width = Math.max(least, start.width() + dx * step);
        double center = start.center() + dy * step;
        boolean whole = smallestStep() >= 1 && start.width() >= 8;
        model.window(new Voi.Window(
                whole ? Math.rint(center) : center,
                whole ? Math.max(1, Math.rint(width)) : width,
                start.function(),
                ""));
    }

    /// The smallest difference of modality values in the picture: 1 for HU.
    private double smallestStep() {
        return node.context()
                .map(c -> c.volume().slices().getFirst())
                .map(slice -> slice instanceof GreySlice grey ? Math.abs((double) grey.slope()) : 1.0)
                .orElse(1.0);
    }

    private void released(MouseEvent event) {
        if (toolHolds) {
            node.context().ifPresent(c -> desk.toolLayer().released(event, c));
        } else if (!isDrag && event.getButton() == MouseButton.PRIMARY) {
            node.context().ifPresent(c -> desk.toolLayer().clicked(event, c));
        }
        toolHolds = false;
        isDrag = false;
        event.consume();
    }

    private void moved(MouseEvent event) {
        read(event);
        node.context().ifPresent(context -> {
            desk.toolLayer().moved(event, context);
            Cursor wanted = desk.toolLayer().cursor(context);
            node.showCursor(wanted);
        });
    }

    // [impl->req~desk.value-under-pointer~1]
    private void read(MouseEvent event) {
        model.readoutProperty()
                .set(node.context()
                        .map(context -> ReadoutSampler.at(context, event.getX(), event.getY()))
                        .orElse(null));
    }

    private void scrolled(ScrollEvent event) {
        desk.activate(model);
        event.consume();
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isControlDown()) {
            ViewPresentation look = model.presentationProperty().get();
            model.presentationProperty().set(look.withZoom(look.zoom() * (delta > 0 ? 1.1 : 1 / 1.1)));
            return;
        }
        double notch = event.getMultiplierY() == 0 ? 40 : event.getMultiplierY();
        wheel += delta / notch;
        int steps = (int) wheel;
        wheel -= steps;
        if (steps != 0) {
            node.dragging();
            model.scroll(-steps);
        }
    }
}
