package org.readingroom.desktop.desk;

import java.util.Optional;
import org.readingroom.desktop.desk.LinkSpaces.Way;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.PlaneFollowing;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;

/// How a view looks that follows another in zoom and pan.
// [impl->req~desk.linked-look~1]
final class LinkedLook {
    private LinkedLook() {}

    /// As many millimetres a pixel as the leading view, where both have such.
    static ViewPresentation zoomed(ViewportModel lead, ViewportModel view, ViewPresentation look) {
        double mmPerPixel =
                lead.fitProperty().get() / lead.presentationProperty().get().zoom();
        double fitted = view.fitProperty().get();
        return mmPerPixel > 0 && fitted > 0 ? look.withZoom(PlaneFollowing.zoom(mmPerPixel, fitted)) : look;
    }

    /// To the same middle where both lie in one space, else as far as the leading view moved; a view that
    /// looks in another direction stays.
    static ViewPresentation panned(
            ViewportModel lead,
            ViewportModel view,
            Optional<Way> way,
            ViewPresentation look,
            ViewPresentation before,
            ViewPresentation after) {
        if (way.filter(Way::isFull).isPresent()) {
            Vec3 middle = PlaneFollowing.middle(lead.plane().orElseThrow(), after);
            return PlaneFollowing.centredAt(
                    look, view.plane().orElseThrow(), way.get().map().apply(middle));
        }
        boolean isInMillimetres =
                lead.fitProperty().get() > 0 && view.fitProperty().get() > 0;
        if (!isInMillimetres || !isSeenAlike(lead.plane(), view.plane())) {
            return look;
        }
        return after.equals(ViewPresentation.FIT)
                ? new ViewPresentation(look.zoom(), 0, 0, look.turnDegrees(), look.flippedHorizontally())
                : look.panned(after.panRight() - before.panRight(), after.panDown() - before.panDown());
    }

    /// Images without a place in the patient, such as two radiographs, are moved alike.
    private static boolean isSeenAlike(Optional<ViewPlane> one, Optional<ViewPlane> two) {
        return one.isPresent() == two.isPresent()
                && (one.isEmpty()
                        || PlaneFollowing.areNearlyParallel(one.get(), two.orElseThrow(), AffineMap.IDENTITY));
    }
}
