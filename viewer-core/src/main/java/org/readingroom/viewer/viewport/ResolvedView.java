package org.readingroom.viewer.viewport;

import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.volume.Volume;

/// Everything one picture depends on, as numbers; made for one picture and thrown away.
///
/// The voxel under the centre of picture element (i, j), slab sample k, is `origin + i·du + j·dv +
/// k·dn`. This one
/// affine expresses zoom, pan, turn, flip, oblique cut and slab for every renderer.
///
/// **Space:** voxel coordinates, integers at voxel centres.
/// **Shape:** `height × width` picture elements, row-major, top left first.
public record ResolvedView(
        int width,
        int height,
        Volume volume,
        Vec3 origin,
        Vec3 du,
        Vec3 dv,
        Vec3 dn,
        int samples,
        Slab.Projection projection,
        Interpolation interpolation,
        Voi voi,
        boolean inverse,
        Palette palette,
        ViewTransform transform) {
    public ResolvedView {
        if (width < 1 || height < 1 || samples < 1) {
            throw new IllegalArgumentException("picture of " + width + " x " + height + ", " + samples + " samples");
        }
    }

    /// True when the whole picture lies in one slice, so that nothing is blended between slices.
    public boolean isWithinOneSlice() {
        return samples == 1 && du.z() == 0 && dv.z() == 0 && origin.z() == Math.rint(origin.z());
    }
}
