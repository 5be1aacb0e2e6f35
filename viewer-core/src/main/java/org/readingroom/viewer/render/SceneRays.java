package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedScene;

/// Casts the rays of a volume rendering: front to back, until nothing more would show.
///
/// Colours are lit from the reader's eye by the gradient of the values. Cubes that hold nothing visible are
/// leapt over; which samples are taken elsewhere does not depend on them.
// [impl->req~view.volume-rendering~1]
public final class SceneRays {
    static final float AMBIENT = 0.25f;
    static final float DIFFUSE = 0.75f;
    static final float SPECULAR = 0.2f;
    /// chosen: what would still show through is less than half a grey level.
    private static final float CLEAR = 0.0015f;
    /// chosen: while the picture moves, less than three.
    private static final float CLEAR_FAST = 0.01f;

    final ResolvedScene scene;
    final SceneVoxels voxels;
    final SceneTable table;
    final EmptySpace empty;
    final float clear;

    SceneRays(ResolvedScene scene, SceneShelf shelf) {
        this.scene = scene;
        table = new SceneTable(scene);
        empty = shelf.empty(scene, table);
        voxels = new SceneVoxels(scene);
        clear = clear(scene.quality());
    }

    /// What may still shine through where a ray ends.
    public static float clear(Quality quality) {
        return quality == Quality.FULL ? CLEAR : CLEAR_FAST;
    }

    void draw(IntBuffer argb) {
        Tiles.share(scene.width(), scene.height(), () -> {
            SceneRay ray = new SceneRay(this);
            int[] row = new int[Tiles.SIDE];
            return (left, top, right, bottom) -> {
                for (int j = top; j < bottom; j++) {
                    for (int i = left; i < right; i++) {
                        row[i - left] = cast(ray, i, j);
                    }
                    argb.put(j * scene.width() + left, row, 0, right - left);
                }
            };
        });
    }

    private int cast(SceneRay ray, int i, int j) {
        Vec3 base = scene.origin().plus(scene.du().times(i)).plus(scene.dv().times(j));
        double[] range = SceneRange.of(base, scene.dn(), scene.clip());
        return ray.cast(
                (float) base.x(), (float) base.y(), (float) base.z(), SceneRange.first(range), SceneRange.last(range));
    }
}
