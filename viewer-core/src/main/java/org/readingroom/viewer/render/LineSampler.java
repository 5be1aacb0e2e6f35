package org.readingroom.viewer.render;

/// Samples a grey volume along a straight line of picture elements: element `i` lies at `(bx, by, bz) + i·(ux,
/// uy, uz)`.
///
/// **Units:** as [Grid] says: sample values or modality values.
/// **Space:** voxel coordinates, computed in `float` in the order the shader computes them.
/// **Thread:** one; keeps state.
abstract class LineSampler {
    /// chosen: nudges positions half-way between voxels to one side, so that every renderer picks
    /// the same one.
    static final float TIE = 1f / 1024f;

    final Grid grid;
    float bx;
    float by;
    float bz;
    float ux;
    float uy;
    float uz;
    /// The elements that were written by the last [#sample].
    final Span written = new Span();

    LineSampler(Grid grid) {
        this.grid = grid;
    }

    final void base(float x, float y, float z) {
        bx = x;
        by = y;
        bz = z;
    }

    final void step(float x, float y, float z) {
        ux = x;
        uy = y;
        uz = z;
    }

    /// Writes elements `from` up to but without `to`, as far as they lie in the grid: [#written]. Element `i`
    /// goes to `values[i - first]`; padding is written as NaN.
    abstract void sample(int from, int to, int first, float[] values);

    /// Keeps the elements of [#written] whose positions lie within half a voxel of the grid, nudged by `nudge`.
    final void clipToGrid(int from, int to, float nudge) {
        written.from = from;
        written.to = to;
        written.clip(bx, ux, -0.5f - nudge, grid.columns - 0.5f - nudge);
        written.clip(by, uy, -0.5f - nudge, grid.rows - 0.5f - nudge);
        written.clip(bz, uz, -0.5f - nudge, grid.depth - 0.5f - nudge);
    }
}
