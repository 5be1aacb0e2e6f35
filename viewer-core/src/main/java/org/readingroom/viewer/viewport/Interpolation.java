package org.readingroom.viewer.viewport;

/// How a value between voxel centres is found.
public enum Interpolation {
    /// The value of the closest voxel.
    NEAREST,
    /// Weighted by distance along each axis of the grid; between slices too when the plane lies
    /// between them.
    LINEAR
}
