package org.readingroom.viewer.render;

/// One ray of a volume rendering on its way: what it has gathered, and how it goes on.
///
/// **Thread:** one; keeps state from ray to ray.
final class SceneRay {
    private static final int SHININESS_DOUBLINGS = 4;
    /// chosen: a leap ends this part of a step early rather than late; arithmetic is in `float`.
    private static final float EARLY = 1e-3f;

    private final SceneVoxels voxels;
    private final byte[] away;
    private final int across;
    private final int down;
    private final int deep;
    private final float[] opacities;
    private final float[] rgba;
    private final float perValue;
    private final float first;
    private final float clear;
    private final boolean isShaded;
    private final float dx;
    private final float dy;
    private final float dz;
    private final float perX;
    private final float perY;
    private final float perZ;

    private float bx;
    private float by;
    private float bz;
    private float red;
    private float green;
    private float blue;
    private float left;

    SceneRay(SceneRays shared) {
        voxels = shared.voxels;
        away = shared.empty.away();
        across = shared.empty.across();
        down = shared.empty.down();
        deep = shared.empty.deep();
        opacities = shared.table.opacities();
        rgba = shared.table.rgba();
        perValue = shared.table.perValue() * voxels.scale().slope();
        first = (voxels.scale().intercept() - shared.table.low()) * shared.table.perValue() + 0.5f;
        clear = shared.clear;
        isShaded = shared.scene.isShaded();
        dx = (float) shared.scene.dn().x();
        dy = (float) shared.scene.dn().y();
        dz = (float) shared.scene.dn().z();
        perX = dx == 0 ? Float.MAX_VALUE : 1 / dx;
        perY = dy == 0 ? Float.MAX_VALUE : 1 / dy;
        perZ = dz == 0 ? Float.MAX_VALUE : 1 / dz;
    }

    /// The colour of the ray whose samples `from` to `last` lie in the clip box.
    int cast(float baseX, float baseY, float baseZ, int from, int last) {
        bx = baseX;
        by = baseY;
        bz = baseZ;
        red = 0;
        green = 0;
        blue = 0;
        left = 1;
        int k = from;
        while (k <= last) {
            float x = baseX + k * dx;
            float y = baseY + k * dy;
            float z = baseZ + k * dz;
            int a = within((int) x >> Bricks.SHIFT, across);
            int b = within((int) y >> Bricks.SHIFT, down);
            int c = within((int) z >> Bricks.SHIFT, deep);
            int gap = away[(c * down + b) * across + a];
            int end = k + steps(x, y, z, a, b, c, gap == 0 ? 1 : gap);
            if (gap == 0) {
                end = Math.min(end, last + 1);
                boolean isInner = voxels.isInner(a << Bricks.SHIFT, b << Bricks.SHIFT, c << Bricks.SHIFT);
                if (isInner) {
                    inner(k, end);
                } else {
                    outer(k, end);
                }
                if (left <= clear) {
                    break;
                }
            }
            k = end;
        }
        return 0xFF000000 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int within(int cube, int cubes) {
        return cube < 0 ? 0 : cube < cubes ? cube : cubes - 1;
    }

    private void inner(int from, int end) {
        for (int k = from; k < end; k++) {
            float x = bx + k * dx;
            float y = by + k * dy;
            float z = bz + k * dz;
            int entry = entry(voxels.innerValue(x, y, z));
            float opacity = opacities[entry];
            if (opacity > 0 && !voxels.isPadding(x, y, z)) {
                gather(entry, opacity, isShaded ? voxels.innerFacing(x, y, z) : -1);
                if (left <= clear) {
                    return;
                }
            }
        }
    }

    private void outer(int from, int end) {
        for (int k = from; k < end && left > clear; k++) {
            float x = bx + k * dx;
            float y = by + k * dy;
            float z = bz + k * dz;
            int entry = entry(voxels.value(x, y, z));
            float opacity = opacities[entry];
            if (opacity > 0 && !voxels.isPadding(x, y, z)) {
                gather(entry, opacity, isShaded ? voxels.facing(x, y, z) : -1);
            }
        }
    }

    private int entry(float value) {
        float at = value * perValue + first;
        return at > 0 ? at < SceneTable.ENTRIES - 1 ? (int) at : SceneTable.ENTRIES - 1 : 0;
    }

    /// Lays a sample behind what was gathered before; a light below zero leaves its colour as it is.
    private void gather(int entry, float opacity, float light) {
        float weight = left * opacity;
        float lit = 1;
        float shine = 0;
        if (light >= 0) {
            lit = SceneRays.AMBIENT + SceneRays.DIFFUSE * light;
            shine = SceneRays.SPECULAR * power(light);
        }
        red += weight * most(rgba[4 * entry] * lit + shine);
        green += weight * most(rgba[4 * entry + 1] * lit + shine);
        blue += weight * most(rgba[4 * entry + 2] * lit + shine);
        left -= weight;
    }

    private static float most(float part) {
        return part < 1 ? part : 1;
    }

    private static float power(float light) {
        float power = light;
        for (int i = 0; i < SHININESS_DOUBLINGS; i++) {
            power *= power;
        }
        return power;
    }

    /// How many steps it takes from a place in cube (a, b, c) to leave all cubes nearer to it than `reach`; at
    /// least one, and never one too many.
    private int steps(float x, float y, float z, int a, int b, int c, int reach) {
        float p = along(x, perX, a, reach);
        float q = along(y, perY, b, reach);
        float r = along(z, perZ, c, reach);
        float least = p < q ? p : q;
        least = (least < r ? least : r) - EARLY;
        return least > 0 ? least < 1e6f ? 1 + (int) least : 1_000_000 : 1;
    }

    private static float along(float at, float perVoxel, int cube, int reach) {
        int edge = perVoxel > 0 ? cube + reach : cube - reach + 1;
        return ((edge << Bricks.SHIFT) - at) * perVoxel;
    }

    private static int channel(float part) {
        return (int) (255 * Math.max(0, Math.min(1, part)) + 0.5f);
    }
}
