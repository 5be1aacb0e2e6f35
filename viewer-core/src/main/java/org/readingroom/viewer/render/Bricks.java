package org.readingroom.viewer.render;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The least and greatest modality value in every cube of a volume, for rays to leap over what cannot be seen.
///
/// Cube (a, b, c) answers for positions from `SIDE·a` up to `SIDE·(a + 1)` along each axis, the voxels at both
/// ends included.
final class Bricks {
    static final int SHIFT = 3;
    static final int SIDE = 1 << SHIFT;

    final int across;
    final int down;
    final int deep;
    private final SliceBlocks[] blocks;
    private final float[] least;
    private final float[] most;

    /// Slices that `earlier` has looked at are not looked at again: a volume that grows costs its new slices only.
    Bricks(Volume volume, @Nullable Bricks earlier) {
        across = (volume.columns() + SIDE - 1) >> SHIFT;
        down = (volume.rows() + SIDE - 1) >> SHIFT;
        deep = (volume.depth() + SIDE - 1) >> SHIFT;
        blocks = new SliceBlocks[volume.depth()];
        least = new float[across * down * deep];
        most = new float[least.length];
        IntStream.range(0, blocks.length).parallel().forEach(k -> {
            GreySlice slice = (GreySlice) volume.slices().get(k);
            blocks[k] = earlier != null && k < earlier.blocks.length && earlier.blocks[k].isOf(slice)
                    ? earlier.blocks[k]
                    : SliceBlocks.of(slice);
        });
        IntStream.range(0, deep).parallel().forEach(c -> layer(volume, c));
    }

    private void layer(Volume volume, int c) {
        int start = c * across * down;
        Arrays.fill(least, start, start + across * down, Float.POSITIVE_INFINITY);
        Arrays.fill(most, start, start + across * down, Float.NEGATIVE_INFINITY);
        int last = Math.min(volume.depth() - 1, (c + 1) << SHIFT);
        for (int k = c << SHIFT; k <= last; k++) {
            GreySlice slice = (GreySlice) volume.slices().get(k);
            for (int i = 0; i < across * down; i++) {
                float p = slice.slope() * blocks[k].least()[i] + slice.intercept();
                float q = slice.slope() * blocks[k].most()[i] + slice.intercept();
                least[start + i] = Math.min(least[start + i], Math.min(p, q));
                most[start + i] = Math.max(most[start + i], Math.max(p, q));
            }
        }
    }

    /// Which cubes can be seen through a table.
    boolean[] visible(SceneTable table) {
        boolean[] visible = new boolean[least.length];
        for (int i = 0; i < visible.length; i++) {
            visible[i] = table.isVisible(least[i], most[i]);
        }
        return visible;
    }
}
