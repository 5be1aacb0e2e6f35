package org.readingroom.desktop.desk;

import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;

/// The mouse on the sheet along a path: left drag windows, the wheel turns it about the path; a
/// click takes the other views to the place under it.
// [impl->req~desk.curved~1]
final class CurveHands implements ViewHands {
    private static final double STEADY = 3;

    private final ViewportNode node;
    private final ViewportModel model;
    private final ReadingDeskModel desk;
    private final WindowDrag window;
    private double pressX;
    private double pressY;
    private boolean isDrag;

    CurveHands(ViewportNode node, ViewportModel model, ReadingDeskModel desk) {
        this.node = node;
        this.model = model;
        this.desk = desk;
        this.window = new WindowDrag(model);
    }

    @Override
    public void pressed(MouseEvent event) {
        pressX = event.getX();
        pressY = event.getY();
        isDrag = false;
        window.press();
        if (event.getClickCount() == 2) {
            desk.maximise(model);
        }
    }

    @Override
    public void dragged(MouseEvent event) {
        isDrag |= Math.hypot(event.getX() - pressX, event.getY() - pressY) >= STEADY;
        if (isDrag && event.isPrimaryButtonDown()) {
            window.drag(event.getX() - pressX, event.getY() - pressY);
        }
    }

    @Override
    public void released(MouseEvent event) {
        Optional<DisplaySet> set = model.displaySet();
        if (!isDrag && set.isPresent()) {
            place(event).ifPresent(place -> desk.crosshair().moveTo(set.get(), place));
        }
    }

    @Override
    public void moved(MouseEvent event) {
        node.showCursor(null);
        model.readoutProperty().set(under(event));
    }

    private ViewportModel.@Nullable Readout under(MouseEvent event) {
        Picture.Curve shown = node.curveShown().orElse(null);
        DisplaySet set = model.displaySet().orElse(null);
        if (shown == null || set == null) {
            return null;
        }
        PictureBounds bounds = bounds(shown);
        return ReadoutSampler.on(
                shown.curve(), set.frames().getFirst(), bounds.elementX(event.getX()), bounds.elementY(event.getY()));
    }

    private Optional<Vec3> place(MouseEvent event) {
        return node.curveShown()
                .filter(shown -> bounds(shown).elementY(event.getY()) >= 0
                        && bounds(shown).elementY(event.getY()) < shown.curve().height())
                .map(shown -> shown.curve()
                        .toPatient(
                                bounds(shown).elementX(event.getX()),
                                bounds(shown).elementY(event.getY())));
    }

    private PictureBounds bounds(Picture.Curve shown) {
        return PictureBounds.of(shown, node.getWidth(), node.getHeight());
    }

    @Override
    public void wheel(int notches) {
        model.scroll(-notches);
    }
}
