package org.readingroom.viewer.render;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.Volume;

/// Gives every picture samples as fine as its window needs; the last volume made for it is kept.
///
/// Sums and means along a slab take the samples as they are: values far from the window count in them too.
///
/// **Thread:** one; keeps state.
public final class VolumeFocus {
    private final Kept base = new Kept();
    private final Kept overlay = new Kept();

    public ResolvedView on(ResolvedView view) {
        ResolvedView.Overlay over = view.overlay();
        Volume volume = base.on(view);
        ResolvedView.Overlay sharpOver = over;
        if (over != null) {
            Volume above = overlay.on(over.view());
            sharpOver = above.equals(over.view().volume())
                    ? over
                    : new ResolvedView.Overlay(over.view().of(above, null), over.opacity(), over.blend());
        }
        boolean isSame = volume.equals(view.volume()) && (over == null || over.equals(sharpOver));
        return isSame ? view : view.of(volume, sharpOver);
    }

    private static final class Kept {
        private WeakReference<@Nullable Volume> whole = new WeakReference<>(null);
        private @Nullable Voi voi;
        private @Nullable Volume made;

        @SuppressWarnings("ReferenceEquality") // the very volume: its samples are compared by nobody
        Volume on(ResolvedView view) {
            boolean isIntegral = !view.isThin() && view.projection().isIntegral();
            if (isIntegral || view.volume().isColour()) {
                return view.volume();
            }
            Volume before = made;
            if (before != null && whole.get() == view.volume() && view.voi().equals(voi)) {
                return before;
            }
            Volume sharp = view.volume().focusedOn(view.voi());
            whole = new WeakReference<>(view.volume());
            voi = view.voi();
            // what needs no other samples is not held on to
            made = sharp == view.volume() ? null : sharp;
            return sharp;
        }
    }
}
