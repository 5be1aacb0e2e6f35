package org.readingroom.desktop.desk;

import org.readingroom.viewer.display.ImageFrame;

/// How fast a view plays, or would.
public final class CineSpeed {
    /// chosen: as the view plays what tells no rate.
    private static final double UNSTATED = 10;

    private CineSpeed() {}

    /// Pictures a second.
    public static double of(ViewportModel view) {
        return view.cine().told().map(Cine.Told::wanted).orElseGet(() -> stated(view));
    }

    private static double stated(ViewportModel view) {
        double ms = view.frame()
                .map(ImageFrame::facts)
                .map(facts -> facts.frameTime().ms())
                .orElse(0.0);
        return ms > 0 ? 1000 / ms : UNSTATED;
    }
}
