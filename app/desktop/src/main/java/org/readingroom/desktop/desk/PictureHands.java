package org.readingroom.desktop.desk;

import java.util.Optional;
import org.readingroom.desktop.hands.MouseAct;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewTransform;

/// What a drag or the wheel does to a flat picture.
// [impl->req~desk.mouse-map~1]
final class PictureHands {
    /// chosen: zoom doubles per this many pixels of drag.
    private static final double PIXELS_PER_DOUBLING = 120;

    /// chosen: the next slice per this many pixels of drag.
    private static final double PIXELS_PER_SLICE = 6;

    /// chosen: a page is as many slices as the page keys go.
    private static final int PAGE = 10;

    /// chosen: how far one notch of the wheel pans, and how far it drags the window.
    private static final double PIXELS_PER_NOTCH = 40;

    private static final double WINDOW_PIXELS_PER_NOTCH = 13;

    private static final double ZOOM_PER_NOTCH = 1.1;

    private final ViewportNode node;
    private final ViewportModel model;
    private final WindowDrag window;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private int scrolled;
    private ViewPresentation lookAtPress = ViewPresentation.FIT;

    PictureHands(ViewportNode node, ViewportModel model) {
        this.node = node;
        this.model = model;
        window = new WindowDrag(model);
    }

    void press(double x, double y) {
        pressX = x;
        pressY = y;
        lastX = x;
        lastY = y;
        scrolled = 0;
        lookAtPress = model.presentationProperty().get();
        window.press();
    }

    void drag(MouseAct act, double x, double y) {
        double dx = x - lastX;
        double dy = y - lastY;
        lastX = x;
        lastY = y;
        switch (act) {
            case PAN -> pan(dx, dy);
            case ZOOM -> zoom(Math.pow(2, (pressY - y) / PIXELS_PER_DOUBLING));
            case WINDOW -> window.drag(x - pressX, y - pressY);
            case SCROLL, PAGE -> scrollTo((int) ((y - pressY) / PIXELS_PER_SLICE));
            case NOTHING -> {}
        }
    }

    private void scrollTo(int slices) {
        model.scroll(slices - scrolled);
        scrolled = slices;
    }

    private void pan(double dx, double dy) {
        Optional<ViewTransform> transform = node.context().map(ViewContext::transform);
        transform
                .map(ViewTransform::worldUnitsPerPixel)
                .ifPresent(unit -> model.presentationProperty()
                        .set(model.presentationProperty().get().panned(dx * unit, dy * unit)));
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

    /// `notches` of the wheel, up is positive: whole ones, but for zoom.
    void wheel(MouseAct act, int notches, boolean isUp) {
        switch (act) {
            case SCROLL -> model.scroll(-notches);
            case PAGE -> model.scroll(-notches * PAGE);
            case ZOOM -> {
                ViewPresentation look = model.presentationProperty().get();
                model.presentationProperty()
                        .set(look.withZoom(look.zoom() * (isUp ? ZOOM_PER_NOTCH : 1 / ZOOM_PER_NOTCH)));
            }
            case PAN -> pan(0, notches * PIXELS_PER_NOTCH);
            case WINDOW -> {
                window.press();
                window.drag(notches * WINDOW_PIXELS_PER_NOTCH, 0);
            }
            case NOTHING -> {}
        }
    }
}
