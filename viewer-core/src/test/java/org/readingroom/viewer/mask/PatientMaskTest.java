package org.readingroom.viewer.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Regions given by a formula of the place in the patient.
class PatientMaskTest {
    private static final int SIDE = 101;
    private static final double SPACING = 0.8;
    private static final Vec3 CENTRE = new Vec3(5, -7, 40);
    private static final double RADIUS = 28;

    // [utest->req~mask.patient~1]
    @Test
    void aBallHasItsVolumeWhateverTheOrderAndTilt() {
        double truthMl = 4.0 / 3 * Math.PI * Math.pow(RADIUS, 3) / 1000;
        for (double tilt : new double[] {0, 0.3}) {
            List<PlacedMask> slices = slices(tilt, 0.9, 81, PatientMaskTest::inBall);
            List<PlacedMask> reversed = slices.reversed();
            // half a percent: a ball of 28 mm has some 160,000 voxels of this size
            assertEquals(truthMl, PatientMask.of(slices, 0.9).volumeMl(), truthMl * 0.005);
            assertEquals(truthMl, PatientMask.of(reversed, 0.9).volumeMl(), truthMl * 0.005);
        }
    }

    // [utest->req~mask.patient~1]
    @Test
    void slicesLeftOutAsEmptyAreNotBridged() {
        List<PlacedMask> slices = slices(0, 2, 6, p -> true);
        List<PlacedMask> sparse = List.of(slices.get(0), slices.get(1), slices.get(5));
        PatientMask mask = PatientMask.of(sparse, 2);
        double low = sparse.getFirst().plane().position().z();
        assertEquals(PixelMask.FULL, mask.coverage(new Vec3(0, 0, low + 2.9)));
        assertEquals(0, mask.coverage(new Vec3(0, 0, low + 3.1)));
        assertEquals(0, mask.coverage(new Vec3(0, 0, low + 8.9)));
        assertEquals(PixelMask.FULL, mask.coverage(new Vec3(0, 0, low + 9.1)));
        double slabMl = SIDE * SIDE * SPACING * SPACING * 2 / 1000;
        assertEquals(3 * slabMl, mask.volumeMl(), 1e-9);
    }

    // [utest->req~mask.overlay~1]
    @Test
    void anObliqueCutShowsTheBallsCircle() {
        for (double tilt : new double[] {0, 0.3}) {
            PatientMask mask = PatientMask.of(slices(tilt, 0.9, 81, PatientMaskTest::inBall), 0.9);
            Vec3 right = new Vec3(1, 0.5, 0.3).unit();
            Vec3 down = right.cross(new Vec3(0.2, 1, -0.4)).unit();
            int size = 240;
            double step = 0.35;
            Vec3 middle = CENTRE.plus(right.cross(down).times(9));
            Vec3 origin = middle.minus(right.times(step * size / 2)).minus(down.times(step * size / 2));
            AffineMap screenToPatient = new AffineMap(right.times(step), down.times(step), right.cross(down), origin);
            int[] picture =
                    MaskPainter.paint(List.of(new MaskLayer(mask, 0xFF8000, 0.5, true)), screenToPatient, size, size);
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    double distance =
                            screenToPatient.apply(new Vec3(column, row, 0)).distanceTo(CENTRE);
                    boolean isDrawn = picture[row * size + column] != 0;
                    // a voxel's half diagonal, 0.72 mm, is how far a drawn place may lie from its voxel's centre
                    if (Math.abs(distance - RADIUS) > 0.75) {
                        assertEquals(distance < RADIUS, isDrawn, "at " + distance + " mm, tilt " + tilt);
                    }
                }
            }
        }
    }

    // [utest->req~mask.overlay~1]
    @Test
    void fillIsThinAndTheEdgeIsFull() {
        PatientMask mask = PatientMask.of(slices(0, 1, 3, p -> p.x() > 0), 1);
        Vec3 corner = new Vec3(-10, 0, 40);
        AffineMap map = new AffineMap(new Vec3(0.5, 0, 0), new Vec3(0, 0.5, 0), new Vec3(0, 0, 1), corner);
        int[] picture = MaskPainter.paint(List.of(new MaskLayer(mask, 0x00FF00, 0.4, true)), map, 40, 4);
        assertEquals(0, picture[10]);
        assertEquals(102 << 24 | 102 << 8, picture[39]);
        int edges = 0;
        for (int column = 0; column < 40; column++) {
            edges += picture[column] == 0xFF00FF00 ? 1 : 0;
        }
        assertEquals(1, edges);
    }

    // [utest->req~mask.overlay~1]
    @Test
    void theLaterLayerLiesAbove() {
        PatientMask mask = PatientMask.of(slices(0, 1, 3, p -> true), 1);
        AffineMap map = new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), CENTRE);
        int[] picture = MaskPainter.paint(
                List.of(new MaskLayer(mask, 0xFF0000, 1, false), new MaskLayer(mask, 0x0000FF, 0.5, false)), map, 2, 2);
        assertEquals(0xFF800080, picture[3]);
    }

    // [utest->req~mask.patient~1]
    @Test
    void slicesOfAnotherDirectionAreToldOf() {
        List<PlacedMask> slices = new ArrayList<>(slices(0, 1, 2, p -> true));
        ImagePlane other = new ImagePlane(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 0, -1), new PixelSpacing(1, 1));
        slices.add(new PlacedMask(other, slices.getFirst().mask()));
        assertTrue(PatientMask.of(slices, 1).hasOddSlices());
    }

    private static boolean inBall(Vec3 p) {
        return p.distanceTo(CENTRE) < RADIUS;
    }

    /// Slices around [#CENTRE], `stepMm` apart along z, shifted by `tilt` mm per mm as a gantry tilt does.
    private static List<PlacedMask> slices(double tilt, double stepMm, int count, Predicate<Vec3> belongs) {
        List<PlacedMask> slices = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double z = (k - (count - 1) / 2.0) * stepMm;
            ImagePlane plane = new ImagePlane(
                    CENTRE.plus(new Vec3(-40, -40 + tilt * z, z)),
                    new Vec3(1, 0, 0),
                    new Vec3(0, 1, 0),
                    new PixelSpacing(SPACING, SPACING));
            BitSet bits = new BitSet();
            for (int i = 0; i < SIDE * SIDE; i++) {
                bits.set(i, belongs.test(plane.toPatient(i % SIDE, i / SIDE)));
            }
            slices.add(new PlacedMask(plane, new BitMask(SIDE, SIDE, bits)));
        }
        return slices;
    }
}
