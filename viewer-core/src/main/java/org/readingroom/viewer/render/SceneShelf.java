package org.readingroom.viewer.render;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.TransferFunction;
import org.readingroom.viewer.volume.Volume;

/// What is kept from one volume rendering to the next while a volume is turned: its cubes, and the empty space
/// under its transfer function. They cost as much as a picture.
///
/// **Thread:** one. A volume is not kept alive.
public final class SceneShelf {
    private @Nullable Bricks bricks;
    private WeakReference<@Nullable Volume> bricksOf = new WeakReference<>(null);
    private @Nullable EmptySpace empty;
    private @Nullable TransferFunction emptyUnder;

    private Bricks bricks(Volume volume) {
        Bricks held = bricks;
        if (held == null || !bricksOf.refersTo(volume)) {
            held = new Bricks(volume, held);
            bricks = held;
            bricksOf = new WeakReference<>(volume);
            empty = null;
        }
        return held;
    }

    /// Where nothing is to be seen of a scene; `table` is that of its transfer function, for any step.
    public EmptySpace empty(ResolvedScene scene, SceneTable table) {
        Bricks of = bricks(scene.volume());
        EmptySpace held = empty;
        if (held == null || emptyUnder == null || !scene.transfer().equals(emptyUnder)) {
            held = EmptySpace.around(of.visible(table), of.across, of.down, of.deep);
            empty = held;
            emptyUnder = scene.transfer();
        }
        return held;
    }
}
