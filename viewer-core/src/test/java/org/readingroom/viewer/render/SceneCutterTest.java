package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.SceneCut;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Pieces cut out of a volume, voxel by voxel against a circle known by its formula.
// [utest->req~view.cut~1]
class SceneCutterTest {
    private static final int SIDE = 40;
    private static final double RADIUS_MM = 9;

    /// Tilted voxels of 1 x 1.5 x 2 mm, each worth its number; -1000 in one corner.
    private static Volume volume() {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            short[] samples = new short[SIDE * SIDE];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (i + k);
            }
            samples[0] = -1000;
            slices.add(GreySlice.of(SIDE, SIDE, samples, 2, -100));
        }
        AffineMap map =
                new AffineMap(new Vec3(0.8, 0.6, 0), new Vec3(-0.9, 1.2, 0), new Vec3(0.3, 0, 2), new Vec3(5, -7, 11));
        return new Volume(slices, map, true);
    }

    private static List<Vec3> circle() {
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < 720; i++) {
            double angle = Math.PI * i / 360;
            points.add(new Vec3(4 + RADIUS_MM * Math.cos(angle), -2 + RADIUS_MM * Math.sin(angle), 0));
        }
        return points;
    }

    private static Camera camera(Volume volume) {
        return Camera.front(volume, 1).orbited(33, -21);
    }

    private static double fromMiddle(Camera camera, Vec3 p) {
        Vec3 from = p.minus(camera.target());
        return Math.hypot(from.dot(camera.right()) - 4, from.dot(camera.down()) + 2);
    }

    @Test
    void whatLiesUnderTheOutlineIsGoneThroughTheWholeDepthAndNothingElse() {
        Volume volume = volume();
        Camera camera = camera(volume);
        for (boolean keeps : new boolean[] {false, true}) {
            Volume cut = SceneCutter.from(volume, new SceneCut(camera, circle(), keeps));
            int gone = 0;
            for (int k = 0; k < volume.depth(); k++) {
                GreySlice before = (GreySlice) volume.slices().get(k);
                GreySlice after = (GreySlice) cut.slices().get(k);
                for (int row = 0; row < SIDE; row++) {
                    for (int column = 0; column < SIDE; column++) {
                        double distance =
                                fromMiddle(camera, volume.voxelToWorld().apply(new Vec3(column, row, k)));
                        if (Math.abs(distance - RADIUS_MM) < 0.1) {
                            continue;
                        }
                        boolean isGone = distance < RADIUS_MM != keeps;
                        gone += isGone ? 1 : 0;
                        assertEquals(
                                isGone ? -2100 : before.modalityValue(column, row),
                                after.modalityValue(column, row),
                                column + ", " + row + ", " + k);
                    }
                }
            }
            assertTrue(gone > 1000, gone + " voxels");
        }
    }

    @Test
    void untouchedSlicesAreShared() {
        Volume volume = volume();
        Camera front = Camera.front(volume, 1);
        List<Vec3> above =
                List.of(new Vec3(-100, -100, 0), new Vec3(100, -100, 0), new Vec3(100, 0, 0), new Vec3(-100, 0, 0));
        Volume cut = SceneCutter.from(volume, new SceneCut(front, above, false));
        assertSame(volume.slices().getFirst(), cut.slices().getFirst());
        assertTrue(volume.slices().getLast() != cut.slices().getLast());
    }

    @Test
    void aLineIsNoOutline() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SceneCut(camera(volume()), List.of(new Vec3(0, 0, 0), new Vec3(1, 1, 0)), false));
    }
}
