package org.readingroom.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Frames end up where they were taken, or the set is refused.
// [utest->req~volume.true-positions~1]
class VolumeGeometryTest {
    private static final Vec3 X = new Vec3(1, 0, 0);
    private static final Vec3 Y = new Vec3(0, 1, 0);

    @Test
    void framesInAnyOrderAreSortedAlongTheirNormal() throws VolumeException {
        VolumeGeometry geometry = VolumeGeometry.of(heights(5, 0, 2.5));
        assertEquals(List.of(1, 2, 0), frames(geometry));
        assertEquals(new Vec3(0, 0, 2.5), geometry.voxelToPatient().z());
        assertEquals(List.of(), geometry.warningKeys());
    }

    @Test
    void aGapIsFilledByBlendingAtTruePositionsAndSaidSo() throws VolumeException {
        VolumeGeometry geometry = VolumeGeometry.of(heights(0, 1.5, 6, 7.5));
        assertEquals(6, geometry.layers().size());
        assertEquals(List.of(VolumeGeometry.GAPS), geometry.warningKeys());
        trulyPlaced(geometry, 0, 1.5, 6, 7.5);
    }

    @Test
    void unevenSpacingIsBlendedAtTruePositionsAndSaidSo() throws VolumeException {
        double[] heights = {0, 1.08, 3, 8.3, 15.3};
        VolumeGeometry geometry = VolumeGeometry.of(heights(heights));
        assertEquals(List.of(VolumeGeometry.UNEVEN), geometry.warningKeys());
        trulyPlaced(geometry, heights);
        double top = geometry.voxelToPatient().z().z() * (geometry.layers().size() - 1);
        assertEquals(15.3, top, 1e-9);
    }

    /// A bright slice must not be halved by falling between two layers: what a slice differs from its neighbours by
    /// is kept to six parts in seven.
    @Test
    void noFrameIsLostBetweenTwoLayers() throws VolumeException {
        double[] head = new double[28];
        for (int i = 1; i < head.length; i++) {
            head[i] = head[i - 1] + (i < 14 ? 4.002 : i == 14 ? 1.081 : 6.999);
        }
        for (double[] heights :
                new double[][] {head, {0, 1.08, 3.5, 7.1, 9.2, 14.9, 21.9}, {0, 2.5, 4, 9.1, 11, 13.3}}) {
            VolumeGeometry geometry = VolumeGeometry.of(heights(heights));
            trulyPlaced(geometry, heights);
            for (int frame = 0; frame < heights.length; frame++) {
                double most = 0;
                for (VolumeGeometry.Layer layer : geometry.layers()) {
                    most = Math.max(most, layer.lower() == frame ? 1 - layer.weight() : 0);
                    most = Math.max(most, layer.upper() == frame ? layer.weight() : 0);
                }
                assertTrue(most >= 6 / 7.0, "of frame " + frame + " only " + most + " is shown");
            }
        }
    }

    @Test
    void slowDriftOfTheSpacingStillPutsEveryLayerAtItsTruePlace() throws VolumeException {
        double[] heights = new double[200];
        for (int i = 1; i < heights.length; i++) {
            heights[i] = heights[i - 1] + (i < 100 ? 1.0 : 1.009);
        }
        trulyPlaced(VolumeGeometry.of(heights(heights)), heights);
    }

    @Test
    void ofFramesInOnePlaceTheFirstStaysAndTheReaderIsTold() throws VolumeException {
        VolumeGeometry geometry = VolumeGeometry.of(heights(0, 1, 1, 2, 2));
        assertEquals(List.of(0, 1, 3), frames(geometry));
        assertEquals(List.of(VolumeGeometry.DUPLICATES), geometry.warningKeys());
    }

    @Test
    void aGantryTiltBecomesAShearOfTheThirdAxis() throws VolumeException {
        List<ImagePlane> planes = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            planes.add(plane(new Vec3(0, 0.9 * k, 2.5 * k), X, Y));
        }
        VolumeGeometry geometry = VolumeGeometry.of(planes);
        assertEquals(0, geometry.voxelToPatient().z().distanceTo(new Vec3(0, 0.9, 2.5)), 1e-12);
        assertEquals(List.of(VolumeGeometry.TILTED), geometry.warningKeys());
    }

    @Test
    void whatMakesNoVolumeIsRefused() {
        assertKey("viewer.volume.too-few", heights(1, 1, 1));
        assertKey("viewer.volume.not-parallel", List.of(plane(Vec3.ZERO, X, Y), plane(new Vec3(0, 0, 1), Y, X)));
        assertKey(
                "viewer.volume.not-above",
                List.of(plane(Vec3.ZERO, X, Y), plane(new Vec3(5, 0, 1), X, Y), plane(new Vec3(0, 0, 2), X, Y)));
    }

    @Test
    void aFrameAsideIsRefusedAlsoWhenItIsLessThanAPixelAside() throws VolumeException {
        for (Vec3 aside : List.of(new Vec3(0.35, 0, 1), new Vec3(0, -0.35, 1), new Vec3(0.1, 0, 1))) {
            assertKey(
                    "viewer.volume.not-above",
                    List.of(plane(Vec3.ZERO, X, Y), plane(aside, X, Y), plane(new Vec3(0, 0, 2), X, Y)));
        }
        // rounding in a file is no displacement
        VolumeGeometry.of(
                List.of(plane(Vec3.ZERO, X, Y), plane(new Vec3(0.03, 0, 1), X, Y), plane(new Vec3(0, 0, 2), X, Y)));
    }

    /// No two intervals differ by more than rounding may, but over many slices the frames drift off an even grid by
    /// more than half a slice.
    @Test
    void aSpacingThatDriftsSlowlyLeavesEveryLayerAtItsPlace() throws VolumeException {
        double[] heights = new double[301];
        for (int i = 1; i < heights.length; i++) {
            heights[i] = heights[i - 1] + (i <= 150 ? 1 : 1.008);
        }
        trulyPlaced(VolumeGeometry.of(heights(heights)), heights);
    }

    @Test
    void oddlySpacedPixelsAreRefusedEitherWay() {
        ImagePlane first = plane(Vec3.ZERO, X, Y);
        Vec3 above = new Vec3(0, 0, 1);
        assertKey(
                "viewer.volume.spacings-differ",
                List.of(first, new ImagePlane(above, X, Y, new PixelSpacing(0.71, 0.7))));
        assertKey(
                "viewer.volume.spacings-differ",
                List.of(first, new ImagePlane(above, X, Y, new PixelSpacing(0.7, 0.71))));
    }

    /// Each layer is where the grid says, computed from the frames it is blended from.
    private static void trulyPlaced(VolumeGeometry geometry, double... heights) {
        double step = geometry.voxelToPatient().z().z();
        for (int k = 0; k < geometry.layers().size(); k++) {
            VolumeGeometry.Layer layer = geometry.layers().get(k);
            double height = heights[layer.lower()] * (1 - layer.weight()) + heights[layer.upper()] * layer.weight();
            assertEquals(k * step, height, 0.021, "layer " + k);
        }
        assertTrue(step > 0);
    }

    private static void assertKey(String key, List<ImagePlane> planes) {
        assertEquals(
                key,
                assertThrows(VolumeException.class, () -> VolumeGeometry.of(planes))
                        .messageKey());
    }

    private static List<Integer> frames(VolumeGeometry geometry) {
        return geometry.layers().stream().map(VolumeGeometry.Layer::lower).toList();
    }

    private static List<ImagePlane> heights(double... heights) {
        List<ImagePlane> planes = new ArrayList<>();
        for (double height : heights) {
            planes.add(plane(new Vec3(-100, -120, height), X, Y));
        }
        return planes.stream()
                .map(p -> plane(p.position().minus(new Vec3(-100, -120, 0)), X, Y))
                .toList();
    }

    private static ImagePlane plane(Vec3 position, Vec3 row, Vec3 column) {
        return new ImagePlane(position, row, column, new PixelSpacing(0.7, 0.7));
    }
}
