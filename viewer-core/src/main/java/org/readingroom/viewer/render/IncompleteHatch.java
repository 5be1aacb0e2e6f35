package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedScene;
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

    /// Which elements are drawn from what is missing.
    private interface FromMissing {
        boolean at(int i, int j);
    }

    /// Does nothing for complete volumes.
    public static void over(ResolvedView view, IntBuffer argb) {
        if (!view.volume().isComplete()) {
            hatch(view, argb, of(view));
        }
        ResolvedView.Overlay overlay = view.overlay();
        if (overlay != null && !overlay.view().volume().isComplete()) {
            hatch(overlay.view(), argb, of(overlay.view()));
        }
    }

    /// Rays count as drawn from every slice on their way.
    public static void over(ResolvedScene scene, IntBuffer argb) {
        Volume volume = scene.volume();
        if (volume.isComplete()) {
            return;
        }
        hatch(scene, argb, (i, j) -> {
            Vec3 base = scene.origin().plus(scene.du().times(i)).plus(scene.dv().times(j));
            double[] range = SceneRange.of(base, scene.dn(), scene.clip());
            double from = base.z() + range[0] * scene.dn().z();
            double to = base.z() + range[1] * scene.dn().z();
            return range[0] <= range[1] && isMissing(volume, Math.min(from, to), Math.max(from, to));
        });
    }

    /// As for a plane, row by row.
    public static void over(ResolvedCurve curve, IntBuffer argb) {
        Volume volume = curve.volume();
        if (volume.isComplete()) {
            return;
        }
        hatch(curve, argb, (i, j) -> {
            ResolvedCurve.Row row = curve.rows().get(j);
            Vec3 p = row.origin().plus(row.du().times(i));
            return !isOutside(p.x(), volume.columns())
                    && !isOutside(p.y(), volume.rows())
                    && isMissing(volume, p.z(), p.z());
        });
    }

    private static FromMissing of(ResolvedView view) {
        double reach = Math.abs(view.dn().z()) / 2;
        return (i, j) -> isFromMissing(view, view.volume(), i, j, reach);
    }

    private static void hatch(ResolvedPicture view, IntBuffer argb, FromMissing missing) {
        for (int j = 0; j < view.height(); j++) {
            for (int i = (PERIOD - j % PERIOD) % PERIOD - LINE; i < view.width(); i += PERIOD) {
                for (int x = Math.max(0, i); x < Math.min(view.width(), i + LINE); x++) {
                    if (missing.at(x, j)) {
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
        return isMissing(volume, pz - reach, pz + reach);
    }

    private static boolean isMissing(Volume volume, double from, double to) {
        int low = (int) Math.max(0, Math.floor(from));
        int high = (int) Math.min(volume.depth() - 1, Math.ceil(to));
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
