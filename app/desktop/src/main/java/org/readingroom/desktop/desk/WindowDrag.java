package org.readingroom.desktop.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;

/// Changes the window of a view by a drag: right widens, down raises the centre.
final class WindowDrag {
    /// chosen: a full window width per this many pixels of drag.
    private static final double PIXELS_PER_WIDTH = 256;

    private final ViewportModel model;
    private Voi.@Nullable Window atPress;

    WindowDrag(ViewportModel model) {
        this.model = model;
    }

    void press() {
        atPress = model.voi().map(WindowEnds::window).orElse(null);
    }

    /// **Units:** logical pixels from the press.
    void drag(double dx, double dy) {
        Voi.Window start = atPress;
        if (start == null) {
            return;
        }
        double smallest = smallestStep();
        double step = Math.max(start.width(), smallest) / PIXELS_PER_WIDTH;
        double least = start.function() == Voi.Function.LINEAR ? 1 : smallest;
        double width = Math.max(least, start.width() + dx * step);
        double center = start.center() + dy * step;
        boolean whole = smallest >= 1 && start.width() >= 8;
        model.window(new Voi.Window(
                whole ? Math.rint(center) : center,
                whole ? Math.max(1, Math.rint(width)) : width,
                start.function(),
                ""));
    }

    /// The smallest difference of modality values in the picture: 1 for HU.
    private double smallestStep() {
        Optional<Slice> slice = model.sampleSlice();
        return slice.orElse(null) instanceof GreySlice grey ? Math.abs((double) grey.slope()) : 1;
    }
}
