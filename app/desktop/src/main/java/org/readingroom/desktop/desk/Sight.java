package org.readingroom.desktop.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.ViewState;

/// Where a view stood when a flat picture was asked for: what is written beside that picture, which may come to the
/// screen when the view has gone on.
///
/// `mask` says how the frame was made where a mask was taken off it.
///
/// **Range:** `index` counts frames or cuts from zero up to but without `count`.
record Sight(
        ViewState state,
        int index,
        int count,
        double zoom,
        @Nullable FusedSet fused,
        DataPresentation data,
        @Nullable MaskSubtraction mask,
        Optional<Cine.Told> cine) {
    static Sight of(ViewportModel view) {
        OpenSet open = view.setProperty().get();
        return new Sight(
                view.stateProperty().get(),
                view.index(),
                view.count(),
                view.presentationProperty().get().zoom(),
                view.additions().fusedProperty().get(),
                open == null ? OpenSet.AS_TAKEN : open.presentationProperty().get(),
                open == null || view.frame().isEmpty() ? null : open.mask(view.index()),
                view.cine().told());
    }

    /// The same view at another frame, at rest.
    Sight at(OpenSet open, int frame) {
        return new Sight(state.at(frame), frame, count, zoom, fused, data, open.mask(frame), Optional.empty());
    }

    Sight withZoom(double other) {
        return new Sight(state, index, count, other, fused, data, mask, cine);
    }
}
