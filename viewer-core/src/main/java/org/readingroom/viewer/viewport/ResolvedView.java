package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.FrameLayers;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.volume.Volume;

/// Everything one picture depends on, as numbers; made for one picture and thrown away.
///
/// The voxel under the centre of picture element (i, j) is `origin + i·du + j·dv`; a slab reaches from
/// `-dn / 2` to `+dn / 2` about it. This one affine expresses zoom, pan, turn, flip, oblique cut and slab for
/// every renderer.
///
/// A slab is sampled wherever the way through it crosses a plane of voxel centres of the grid axis it runs
/// along most, and on its two faces: a voxel on the way is met at its centre's depth, none is skipped, and
/// between two samples the interpolated values are a line along that axis. Integrals are trapezoids between
/// these samples, the ends cut to the true thickness.
///
/// **Space:** voxel coordinates, integers at voxel centres.
/// **Shape:** `height × width` picture elements, row-major, top left first.
// [impl->req~view.slab~1]
public record ResolvedView(
        int width,
        int height,
        Volume volume,
        Vec3 origin,
        Vec3 du,
        Vec3 dv,
        Vec3 dn,
        Slab slab,
        Interpolation interpolation,
        Voi voi,
        boolean inverse,
        Palette palette,
        ViewTransform transform,
        Quality quality,
        Processing processing,
        @Nullable Overlay overlay,
        FrameLayers layers)
        implements ResolvedPicture {
    /// A second volume over this one, on the same picture elements. It has no overlay and no processing of its
    /// own.
    public record Overlay(ResolvedView view, double opacity, Fusion.Blend blend) {}

    public ResolvedView {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture of " + width + " x " + height);
        }
    }

    /// The same picture from other samples of the same volumes.
    public ResolvedView of(Volume newVolume, @Nullable Overlay newOverlay) {
        return new ResolvedView(
                width,
                height,
                newVolume,
                origin,
                du,
                dv,
                dn,
                slab,
                interpolation,
                voi,
                inverse,
                palette,
                transform,
                quality,
                processing,
                newOverlay,
                layers);
    }

    public Slab.Projection projection() {
        return slab.projection();
    }

    /// True when the cut has no depth.
    public boolean isThin() {
        return slab.thicknessMm() == 0;
    }

    /// About how many samples one picture element takes.
    public int depthSamples() {
        double most = Math.max(Math.abs(dn.x()), Math.max(Math.abs(dn.y()), Math.abs(dn.z())));
        return isThin() ? 1 : (int) Math.min(most, volume.columns() + volume.rows() + (double) volume.depth()) + 2;
    }

    /// True when the whole picture lies in one slice, so that nothing is blended between slices.
    public boolean isWithinOneSlice() {
        return isThin() && du.z() == 0 && dv.z() == 0 && origin.z() == Math.rint(origin.z());
    }
}
