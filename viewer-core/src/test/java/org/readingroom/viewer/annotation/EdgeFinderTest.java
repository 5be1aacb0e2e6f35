package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.Vec3;

/// Edges of known place: a disc whose rim is blurred as a scanner blurs it, and a step between two columns.
// [utest->req~tools.snap~1]
class EdgeFinderTest {
    private static final double RADIUS = 20.3;
    private static final ImageFrame FRAME = Marks.frame(64, 64, PixelScale.None.SQUARE, null, null);

    private static FrameGrid grid(Marks.Formula formula) {
        return FrameGrid.of(FRAME, Marks.pixels(64, 64, formula));
    }

    /// Steepest exactly at the radius.
    private static int disc(int column, int row) {
        double off = RADIUS - Math.hypot(column - 31.4, row - 32.7);
        return (int) Math.round(1000 / (1 + Math.exp(-off / 0.8)));
    }

    @Test
    void aPointNearTheRimOfADiscIsPutOnItToAFractionOfAPixel() {
        FrameGrid grid = grid(EdgeFinderTest::disc);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double t = 2 * Math.PI * random.nextDouble();
            double reach = RADIUS - 4 + 8 * random.nextDouble();
            Vec3 hand = new Vec3(31.4 + reach * Math.cos(t), 32.7 + reach * Math.sin(t), 0);
            Vec3 found = EdgeFinder.near(grid, hand, 5).orElseThrow();
            assertThat(Math.hypot(found.x() - 31.4, found.y() - 32.7))
                    .as("from %s", hand)
                    .isCloseTo(RADIUS, within(0.2));
            assertThat(found.distanceTo(hand)).isLessThan(6.5);
        }
    }

    @Test
    void aStepBetweenTwoColumnsIsFoundBetweenThem() {
        FrameGrid grid = grid((c, r) -> c > 30 ? 500 : 100);
        for (double x : new double[] {27.2, 29.9, 30.5, 31.2, 33.8}) {
            Vec3 found = EdgeFinder.near(grid, new Vec3(x, 20.3, 0), 4).orElseThrow();
            assertThat(found.x()).isCloseTo(30.5, within(1e-9));
            assertThat(found.y()).as("along the edge it stays").isCloseTo(20.3, within(0.51));
        }
    }

    @Test
    void whereAllIsFlatOrBeyondTheImageNothingIsFound() {
        assertThat(EdgeFinder.near(grid((c, r) -> 7), new Vec3(30, 30, 0), 5)).isEmpty();
        assertThat(EdgeFinder.near(grid(EdgeFinderTest::disc), new Vec3(-90, 400, 0), 5))
                .isEmpty();
        assertThat(EdgeFinder.near(grid((c, r) -> c > 30 ? 500 : 100), new Vec3(20, 20, 0), 4))
                .as("an edge out of reach is none")
                .isEmpty();
    }
}
