package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.Volume;

/// Hatches what a picture shows from slices that have not arrived: what is incomplete must look incomplete.
///
/// Every renderer ends a picture of an incomplete volume with this, so that all hatch the same elements.
// [impl->req~volume.growing~1]
public final class IncompleteHatch {
    /// chosen: amber, as no grey is, mixed half and half so that the coarse picture stays visible between the
    /// lines.
    private static final int AMBER = 0xFFC88A20;

    private static final int PERIOD = 8;
    private static final int LINE = 2;

    private IncompleteHatch() {}

    /// Does nothing for complete volumes.
    public static void over(ResolvedView view, IntBuffer argb) {
        if (!view.volume().isComplete()) {
            hatch(view, argb);
        }
        ResolvedView.Overlay overlay = view.overlay();
        if (overlay != null && !overlay.view().volume().isComplete()) {
            hatch(overlay.view(), argb);
        }
    }

    private static void hatch(ResolvedView view, IntBuffer argb) {
        Volume volume = view.volume();
        double reach = Math.abs(view.dn().z()) / 2;
        for (int j = 0; j < view.height(); j++) {
            for (int i = (PERIOD - j % PERIOD) % PERIOD - LINE; i < view.width(); i += PERIOD) {
                for (int x = Math.max(0, i); x < Math.min(view.width(), i + LINE); x++) {
                    if (isFromMissing(view, volume, x, j, reach)) {
                        int at = j * view.width() + x;
                        argb.put(at, OverlayBlend.mix(argb.get(at), AMBER, 0.5f));
                    }
                }
            }
        }
    }

    private static boolean isFromMissing(ResolvedView view, Volume volume, int i, int j, double reach) {
        double px = view.origin().x() + i * view.du().x() + j * view.dv().x();
        double py = view.origin().y() + i * view.du().y() + j * view.dv().y();
        double pz = view.origin().z() + i * view.du().z() + j * view.dv().z();
        if (view.isThin() && (isOutside(px, volume.columns()) || isOutside(py, volume.rows()))) {
            return false;
        }
        int low = (int) Math.max(0, Math.floor(pz - reach));
        int high = (int) Math.min(volume.depth() - 1, Math.ceil(pz + reach));
        for (int k = low; k <= high; k++) {
            if (volume.isMissing(k)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutside(double at, int count) {
        return at < -0.5 || at >= count - 0.5;
    }
}
