package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedScene;

/// Casts the rays of a volume rendering: front to back, until nothing more would show.
///
/// Colours are lit from the reader's eye by the gradient of the values. Cubes that hold nothing visible are
/// leapt over.
// [impl->req~view.volume-rendering~1]
final class SceneRays {
    /// chosen: what shows through below this is less than one grey level in a hundred.
    static final float CLEAR = 0.004f;

    static final float AMBIENT = 0.25f;
    static final float DIFFUSE = 0.75f;
    static final float SPECULAR = 0.2f;
    private static final int SHININESS_DOUBLINGS = 4;

    private final ResolvedScene scene;
    private final Grid grid;
    private final SceneTable table;
    private final Bricks bricks;
    private final boolean[] visible;
    private final GreyMapper.Scale scale;
    private final float[] dn;
    private final float[] lightVoxel = new float[9];

    SceneRays(ResolvedScene scene, Bricks bricks) {
        this(scene, bricks, false);
    }

    /// `takesEveryStep` leaps over nothing, to check that leaping changes nothing.
    SceneRays(ResolvedScene scene, Bricks bricks, boolean takesEveryStep) {
        this.scene = scene;
        this.bricks = bricks;
        grid = new Grid(scene.volume());
        table = new SceneTable(scene);
        visible = bricks.visible(table);
        if (takesEveryStep) {
            java.util.Arrays.fill(visible, true);
        }
        scale = CpuRenderer.scaleOf(scene.volume());
        dn = floats(scene.dn());
        // gradients are covectors: patient = transposed worldToVoxel times voxel
        Vec3[] rows = {
            scene.volume().worldToVoxel().x(),
            scene.volume().worldToVoxel().y(),
            scene.volume().worldToVoxel().z()
        };
        for (int i = 0; i < 3; i++) {
            lightVoxel[3 * i] = (float) rows[i].x();
            lightVoxel[3 * i + 1] = (float) rows[i].y();
            lightVoxel[3 * i + 2] = (float) rows[i].z();
        }
    }

    static float[] floats(Vec3 v) {
        return new float[] {(float) v.x(), (float) v.y(), (float) v.z()};
    }

    void draw(IntBuffer argb) {
        Bands.share(scene.height(), 4, () -> {
            int[] row = new int[scene.width()];
            return (from, to) -> {
                for (int j = from; j < to; j++) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = ray(i, j);
                    }
                    argb.put(j * row.length, row);
                }
            };
        });
    }

    private int ray(int i, int j) {
        Vec3 base = scene.origin().plus(scene.du().times(i)).plus(scene.dv().times(j));
        double[] range = SceneRange.of(base, scene.dn(), scene.clip());
        float bx = (float) base.x();
        float by = (float) base.y();
        float bz = (float) base.z();
        float red = 0;
        float green = 0;
        float blue = 0;
        float left = 1;
        float[] rgba = table.rgba();
        double last = range[1];
        int k = (int) Math.ceil(range[0]);
        while (k <= last && left > CLEAR) {
            float x = bx + k * dn[0];
            float y = by + k * dn[1];
            float z = bz + k * dn[2];
            int a = Math.clamp((int) x >> Bricks.SHIFT, 0, bricks.across - 1);
            int b = Math.clamp((int) y >> Bricks.SHIFT, 0, bricks.down - 1);
            int c = Math.clamp((int) z >> Bricks.SHIFT, 0, bricks.deep - 1);
            if (!visible[(c * bricks.down + b) * bricks.across + a]) {
                k = Math.max(k + 1, leap(x, y, z, a, b, c, k));
                continue;
            }
            int entry = 4 * table.entry(value(x, y, z));
            float opacity = rgba[entry + 3];
            if (opacity > 0 && !isPadding(x, y, z)) {
                float weight = left * opacity;
                float light = scene.isShaded() ? shade(x, y, z) : 1;
                float shine = scene.isShaded() ? SPECULAR * power(light) : 0;
                float lit = scene.isShaded() ? AMBIENT + DIFFUSE * light : 1;
                red += weight * Math.min(1, rgba[entry] * lit + shine);
                green += weight * Math.min(1, rgba[entry + 1] * lit + shine);
                blue += weight * Math.min(1, rgba[entry + 2] * lit + shine);
                left -= weight;
            }
            k++;
        }
        return 0xFF000000 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    /// The first sample beyond the cube.
    private int leap(float x, float y, float z, int a, int b, int c, int k) {
        float steps = Float.MAX_VALUE;
        steps = Math.min(steps, stepsTo(x, dn[0], a, bricks.across));
        steps = Math.min(steps, stepsTo(y, dn[1], b, bricks.down));
        steps = Math.min(steps, stepsTo(z, dn[2], c, bricks.deep));
        return steps > 1e6f ? Integer.MAX_VALUE / 2 : k + (int) Math.ceil(steps);
    }

    private static float stepsTo(float at, float step, int cube, int cubes) {
        if (step > 0) {
            return cube == cubes - 1 ? Float.MAX_VALUE : ((cube + 1) * Bricks.SIDE - at) / step;
        }
        if (step < 0) {
            // cubes end just below their first position, as the whole part of a position names its cube
            return cube == 0 ? Float.MAX_VALUE : (cube * Bricks.SIDE - at) / step + 1e-3f;
        }
        return Float.MAX_VALUE;
    }

    /// How much a surface faces the reader, 0 to 1; 1 where there is none.
    private float shade(float x, float y, float z) {
        float gx = value(x + 1, y, z) - value(x - 1, y, z);
        float gy = value(x, y + 1, z) - value(x, y - 1, z);
        float gz = value(x, y, z + 1) - value(x, y, z - 1);
        float px = lightVoxel[0] * gx + lightVoxel[1] * gy + lightVoxel[2] * gz;
        float py = lightVoxel[3] * gx + lightVoxel[4] * gy + lightVoxel[5] * gz;
        float pz = lightVoxel[6] * gx + lightVoxel[7] * gy + lightVoxel[8] * gz;
        float length = (float) Math.sqrt(px * px + py * py + pz * pz);
        if (!(length > 1e-3f)) {
            return 1;
        }
        Vec3 f = scene.forward();
        return Math.abs(px * (float) f.x() + py * (float) f.y() + pz * (float) f.z()) / length;
    }

    private static float power(float light) {
        float power = light;
        for (int i = 0; i < SHININESS_DOUBLINGS; i++) {
            power *= power;
        }
        return power;
    }

    private boolean isPadding(float x, float y, float z) {
        if (!scene.volume().hasPadding()) {
            return false;
        }
        int column = Math.clamp((int) (x + 0.5f), 0, grid.columns - 1);
        int row = Math.clamp((int) (y + 0.5f), 0, grid.rows - 1);
        return grid.slices[Math.clamp((int) (z + 0.5f), 0, grid.depth - 1)].isPadding(column, row);
    }

    /// The modality value, trilinear; beyond the outermost voxels theirs.
    private float value(float atX, float atY, float atZ) {
        float x = Math.max(0, Math.min(grid.columns - 1f, atX));
        float y = Math.max(0, Math.min(grid.rows - 1f, atY));
        float z = Math.max(0, Math.min(grid.depth - 1f, atZ));
        int column = Math.min((int) x, Math.max(0, grid.columns - 2));
        int row = Math.min((int) y, Math.max(0, grid.rows - 2));
        int front = Math.min((int) z, Math.max(0, grid.depth - 2));
        int back = Math.min(front + 1, grid.depth - 1);
        int at = row * grid.columns + column;
        int right = grid.columns > 1 ? 1 : 0;
        int below = grid.rows > 1 ? grid.columns : 0;
        float fx = x - column;
        float fy = y - row;
        float p = flat(grid.samples[front], at, right, below, fx, fy) * grid.slopes[front] + grid.intercepts[front];
        float q = flat(grid.samples[back], at, right, below, fx, fy) * grid.slopes[back] + grid.intercepts[back];
        return scale.slope() * (p + (z - front) * (q - p)) + scale.intercept();
    }

    private static float flat(short[] s, int at, int right, int below, float fx, float fy) {
        float a = s[at] + fx * (s[at + right] - s[at]);
        float b = s[at + below] + fx * (s[at + below + right] - s[at + below]);
        return a + fy * (b - a);
    }

    private static int channel(float part) {
        return (int) (255 * Math.max(0, Math.min(1, part)) + 0.5f);
    }
}
