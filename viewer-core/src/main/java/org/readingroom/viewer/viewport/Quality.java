package org.readingroom.viewer.viewport;

/// How carefully a picture is made. Only `FULL` may be read as diagnostic.
///
/// A view that moves asks for `FAST`, and for `FULL` once it rests; [ResolvedView#quality()] says which one a
/// picture has, so that a window knows whether to ask again.
public enum Quality {
    /// Every picture element of the screen; rays sampled every half voxel.
    FULL,
    /// A quarter of the picture elements; rays sampled once a voxel.
    FAST;

    /// chosen: half the elements each way cost a quarter and still show where one is.
    private static final double FAST_DENSITY = 0.5;

    /// Picture elements along a side, as part of those at full quality.
    public double density() {
        return this == FULL ? 1 : FAST_DENSITY;
    }

    /// The longest step through a voxel along a ray of a volume rendering, in voxels.
    ///
    /// Half a voxel at full quality: a peak one voxel wide lies at most a quarter of a voxel from a sample and
    /// keeps three quarters of its height; at a whole voxel it could lose half.
    public double stepVoxels() {
        return this == FULL ? 0.5 : 1;
    }
}
