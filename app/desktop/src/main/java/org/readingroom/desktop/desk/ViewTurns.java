package org.readingroom.desktop.desk;

import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Turn;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewState;

/// Turns the cut a view shows out of its straight plane, and back.
///
/// **Thread:** FX.
final class ViewTurns {
    private ViewTurns() {}

    /// Turns a reformat about `axis` and stays at `pPatient`; frames stay as they are.
    ///
    /// **Units:** radians.
    // [impl->req~view.oblique~1]
    static void turnAbout(ViewportModel view, Vec3 pPatient, Vec3 axis, double radians) {
        OpenSet open = view.setProperty().get();
        ViewState state = view.stateProperty().get();
        if (open == null || !state.plane().isReformat()) {
            return;
        }
        ViewState turned = state.turned(state.turn().then(Turn.about(axis, radians)), 0);
        ViewPlace.planes(open, turned).ifPresent(p -> view.stateProperty().set(turned.at(p.nearest(pPatient))));
    }

    /// A turned reformat back to its straight plane, at the same place.
    static void straighten(ViewportModel view) {
        OpenSet open = view.setProperty().get();
        ViewState state = view.stateProperty().get();
        Optional<Vec3> here = view.plane().map(ViewPlane::centre);
        if (open != null && here.isPresent() && !state.turn().isNone()) {
            ViewState straight = state.turned(Turn.NONE, 0);
            ViewPlace.planes(open, straight)
                    .ifPresent(p -> view.stateProperty().set(straight.at(p.nearest(here.get()))));
        }
    }
}
