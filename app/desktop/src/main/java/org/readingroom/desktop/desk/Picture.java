package org.readingroom.desktop.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.volume.Slice;

/// What a view can show now. Only what is `Drawn` is an image; everything else is shown as what it is.
sealed interface Picture {
    /// No display set in the view.
    record Empty() implements Picture {}

    /// Frames are still on their way; `total` is 0 when it is just this frame.
    record Loading(int done, int total) implements Picture {}

    /// The frame or the cut cannot be shown.
    record Failed(String messageKey, List<Object> arguments) implements Picture {}

    /// Something a renderer can draw.
    sealed interface Drawn extends Picture {
        ResolvedPicture resolved();
    }

    /// A flat picture: a frame or a cut. `frame` and `slice` are absent for a cut.
    record Ready(
            ResolvedView view,
            ViewPlane plane,
            @Nullable ImageFrame frame,
            @Nullable Slice slice,
            Sight sight) implements Drawn {
        @Override
        public ResolvedPicture resolved() {
            return view;
        }

        /// How `slice` was made where it is a difference.
        @Nullable
        MaskSubtraction mask() {
            return sight.mask();
        }
    }

    /// The volume seen from outside through `camera`, which is that of the view's size.
    record Scene(ResolvedPicture resolved, Camera camera, SceneLook look) implements Drawn {}

    /// The sheet along a path of `lengthMm`.
    record Curve(ResolvedCurve curve, CurveLook look, double lengthMm) implements Drawn {
        @Override
        public ResolvedPicture resolved() {
            return curve;
        }

        /// In a view of this width, which the sheet fills.
        double mmPerPixel(double viewWidth) {
            return curve.width() * curve.mmPerElement() / viewWidth;
        }
    }
}
