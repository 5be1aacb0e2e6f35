package org.readingroom.viewer.render;

import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.volume.Volume;

/// What rays of a volume rendering read at a place between voxels: the value, trilinear, and how much a surface
/// there faces the reader, from the differences over two voxels.
///
/// The `inner` methods want two voxels on either side; the others hold the outermost voxels beyond the grid.
///
/// **Units:** values before [#scale()]. **Thread:** any; written by nobody.
final class SceneVoxels {
    /// chosen: no surface is as flat as this; in modality values over two millimetres.
    private static final float LEAST_SLOPE = 1e-3f;

    private final Grid grid;
    private final int columns;
    private final short[][] samples;
    private final boolean hasPadding;
    private final GreyMapper.Scale scale;
    /// [SceneLight], its parts one by one.
    private final float lightX;
    private final float lightY;
    private final float lightZ;
    private final float xx;
    private final float yy;
    private final float zz;
    private final float xy;
    private final float xz;
    private final float yz;

    SceneVoxels(ResolvedScene scene) {
        Volume volume = scene.volume();
        grid = new Grid(volume);
        columns = grid.columns;
        samples = grid.samples;
        hasPadding = volume.hasPadding();
        scale = CpuRenderer.scaleOf(volume);
        SceneLight towards = SceneLight.of(scene, scale.slope());
        lightX = (float) towards.light().x();
        lightY = (float) towards.light().y();
        lightZ = (float) towards.light().z();
        xx = (float) towards.squares().x();
        yy = (float) towards.squares().y();
        zz = (float) towards.squares().z();
        xy = (float) towards.products().x();
        xz = (float) towards.products().y();
        yz = (float) towards.products().z();
    }

    /// What turns a value into a modality value.
    GreyMapper.Scale scale() {
        return scale;
    }

    /// Whether all eight voxels around every place of a cube, and those next to them, are in the grid and share
    /// one scale. `low` is the first voxel of the cube.
    boolean isInner(int lowX, int lowY, int lowZ) {
        int reach = Bricks.SIDE + 2;
        return grid.hasOneScale
                && lowX > 1
                && lowY > 1
                && lowZ > 1
                && lowX + reach < grid.columns
                && lowY + reach < grid.rows
                && lowZ + reach < grid.depth;
    }

    float innerValue(float x, float y, float z) {
        int column = (int) x;
        int row = (int) y;
        int layer = (int) z;
        float fx = x - column;
        int at = row * columns + column;
        int below = at + columns;
        short[] near = samples[layer];
        short[] far = samples[layer + 1];
        float fy = y - row;
        float p = flat(near[at], near[at + 1], near[below], near[below + 1], fx, fy);
        float q = flat(far[at], far[at + 1], far[below], far[below + 1], fx, fy);
        return p + (z - layer) * (q - p);
    }

    private static float flat(int a, int b, int c, int d, float fx, float fy) {
        float p = a + fx * (b - a);
        float q = c + fx * (d - c);
        return p + fy * (q - p);
    }

    /// As [#facing], with the same differences put together voxel by voxel: 32 reads instead of 48.
    float innerFacing(float x, float y, float z) {
        int column = (int) x;
        int row = (int) y;
        int layer = (int) z;
        float fx = x - column;
        float fy = y - row;
        float fz = z - layer;
        int at = row * columns + column;
        int up = at - columns;
        int down = at + columns;
        int down2 = down + columns;
        short[] s0 = samples[layer - 1];
        short[] s1 = samples[layer];
        short[] s2 = samples[layer + 1];
        short[] s3 = samples[layer + 2];
        int a1 = s1[at];
        int b1 = s1[at + 1];
        int c1 = s1[down];
        int d1 = s1[down + 1];
        int a2 = s2[at];
        int b2 = s2[at + 1];
        int c2 = s2[down];
        int d2 = s2[down + 1];
        float gx1 = flat(b1 - s1[at - 1], s1[at + 2] - a1, d1 - s1[down - 1], s1[down + 2] - c1, fx, fy);
        float gx2 = flat(b2 - s2[at - 1], s2[at + 2] - a2, d2 - s2[down - 1], s2[down + 2] - c2, fx, fy);
        float gy1 = flat(c1 - s1[up], d1 - s1[up + 1], s1[down2] - a1, s1[down2 + 1] - b1, fx, fy);
        float gy2 = flat(c2 - s2[up], d2 - s2[up + 1], s2[down2] - a2, s2[down2 + 1] - b2, fx, fy);
        float gz1 = flat(a2 - s0[at], b2 - s0[at + 1], c2 - s0[down], d2 - s0[down + 1], fx, fy);
        float gz2 = flat(s3[at] - a1, s3[at + 1] - b1, s3[down] - c1, s3[down + 1] - d1, fx, fy);
        return lit(gx1 + fz * (gx2 - gx1), gy1 + fz * (gy2 - gy1), gz1 + fz * (gz2 - gz1));
    }

    /// The value; beyond the outermost voxels theirs.
    float value(float atX, float atY, float atZ) {
        float x = within(atX, grid.columns - 1);
        float y = within(atY, grid.rows - 1);
        float z = within(atZ, grid.depth - 1);
        int column = Math.min((int) x, Math.max(0, grid.columns - 2));
        int row = Math.min((int) y, Math.max(0, grid.rows - 2));
        int layer = Math.min((int) z, Math.max(0, grid.depth - 2));
        int far = Math.min(layer + 1, grid.depth - 1);
        int at = row * columns + column;
        int right = grid.columns > 1 ? 1 : 0;
        int below = at + (grid.rows > 1 ? columns : 0);
        float fx = x - column;
        float fy = y - row;
        short[] s = samples[layer];
        short[] t = samples[far];
        float p = grid.slopes[layer] * flat(s[at], s[at + right], s[below], s[below + right], fx, fy)
                + grid.intercepts[layer];
        float q = grid.slopes[far] * flat(t[at], t[at + right], t[below], t[below + right], fx, fy)
                + grid.intercepts[far];
        return p + (z - layer) * (q - p);
    }

    private static float within(float at, float last) {
        return at > 0 ? at < last ? at : last : 0;
    }

    /// How much a surface faces the reader, 0 to 1; 1 where there is none.
    float facing(float x, float y, float z) {
        return lit(
                value(x + 1, y, z) - value(x - 1, y, z),
                value(x, y + 1, z) - value(x, y - 1, z),
                value(x, y, z + 1) - value(x, y, z - 1));
    }

    private float lit(float gx, float gy, float gz) {
        float squared = gx * (gx * xx + gy * xy + gz * xz) + gy * (gy * yy + gz * yz) + gz * gz * zz;
        if (!(squared > LEAST_SLOPE * LEAST_SLOPE)) {
            return 1;
        }
        return Math.abs(gx * lightX + gy * lightY + gz * lightZ) / (float) Math.sqrt(squared);
    }

    boolean isPadding(float x, float y, float z) {
        if (!hasPadding) {
            return false;
        }
        int column = Math.clamp((int) (x + 0.5f), 0, grid.columns - 1);
        int row = Math.clamp((int) (y + 0.5f), 0, grid.rows - 1);
        return grid.slices[Math.clamp((int) (z + 0.5f), 0, grid.depth - 1)].isPadding(column, row);
    }
}
