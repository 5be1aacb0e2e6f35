package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.Volume;

/// The numbers of one volume rendering.
///
/// Sample k of the ray of element (i, j) lies at `origin + i·du + j·dv + k·dn`, k running over all whole
/// numbers for which that is within the clip box; samples are put together from front to back. `forward` is
/// the direction of the rays in the patient, and of the light.
///
/// **Space:** voxel coordinates but for `forward`. **Units:** `stepMm` from sample to sample.
public record ResolvedScene(
        int width,
        int height,
        Volume volume,
        Vec3 origin,
        Vec3 du,
        Vec3 dv,
        Vec3 dn,
        double stepMm,
        Vec3 forward,
        TransferFunction transfer,
        boolean isShaded,
        ClipBox clip,
        Quality quality)
        implements ResolvedPicture {
    public ResolvedScene {
        if (width < 1 || height < 1 || !(stepMm > 0)) {
            throw new IllegalArgumentException("scene of " + width + " x " + height + " in steps of " + stepMm);
        }
    }
}
