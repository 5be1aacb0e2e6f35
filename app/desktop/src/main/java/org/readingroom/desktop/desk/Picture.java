package org.readingroom.desktop.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.volume.Slice;

/// What a view can show now. Only `Ready` is an image; everything else is drawn as what it is.
sealed interface Picture {
    /// No display set in the view.
    record Empty() implements Picture {}

    /// Frames are still on their way; `total` is 0 when it is just this frame.
    record Loading(int done, int total) implements Picture {}

    /// The frame or the cut cannot be shown.
    record Failed(String messageKey, List<Object> arguments) implements Picture {}

    /// Everything is here. `frame` and `slice` are absent for a reformat.
    record Ready(
            ResolvedView view,
            ViewPlane plane,
            @Nullable ImageFrame frame,
            @Nullable Slice slice) implements Picture {}
}
