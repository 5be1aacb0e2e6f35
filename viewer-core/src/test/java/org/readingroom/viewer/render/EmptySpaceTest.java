package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The distance to the nearest visible cube is that of looking at every cube.
// [utest->req~view.volume-rendering~1]
class EmptySpaceTest {
    @Test
    void distancesAreThoseOfLookingEverywhere() {
        Random random = new Random(3);
        for (int[] size : new int[][] {{9, 7, 5}, {1, 12, 3}, {6, 1, 1}}) {
            for (int every : new int[] {3, 40, 100_000}) {
                boolean[] visible = new boolean[size[0] * size[1] * size[2]];
                for (int i = 0; i < visible.length; i++) {
                    visible[i] = random.nextInt(every) == 0;
                }
                byte[] away =
                        EmptySpace.around(visible, size[0], size[1], size[2]).away();
                for (int i = 0; i < visible.length; i++) {
                    assertEquals(nearest(visible, size, i), away[i], "cube " + i);
                }
            }
        }
    }

    private static int nearest(boolean[] visible, int[] size, int from) {
        int best = Byte.MAX_VALUE;
        for (int i = 0; i < visible.length; i++) {
            if (visible[i]) {
                int a = Math.abs(i % size[0] - from % size[0]);
                int b = Math.abs(i / size[0] % size[1] - from / size[0] % size[1]);
                int c = Math.abs(i / size[0] / size[1] - from / size[0] / size[1]);
                best = Math.min(best, Math.max(a, Math.max(b, c)));
            }
        }
        return best;
    }
}
