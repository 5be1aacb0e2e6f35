package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewTransform;

/// An axial view of half a millimetre a pixel, left edge at x = -50 mm, top at y = -40 mm, z = 10 mm.
class ScreenLineTest {
    private static final AffineMap SCREEN_TO_PATIENT =
            new AffineMap(new Vec3(0.5, 0, 0), new Vec3(0, 0.5, 0), new Vec3(0, 0, 1), new Vec3(-50, -40, 10));
    private static final ViewTransform VIEW = new ViewTransform(200, 160, SCREEN_TO_PATIENT, AffineMap.IDENTITY, true);
    private static final Vec3 LEFT = new Vec3(1, 0, 0);
    private static final Vec3 BACK = new Vec3(0, 1, 0);
    private static final Vec3 FEET = new Vec3(0, 0, -1);

    @Test
    void aSagittalCutIsUprightAtItsPlace() {
        ScreenLine line = ScreenLine.of(VIEW, new ViewPlane(new Vec3(5, 99, -3), BACK, FEET), 0)
                .orElseThrow();
        ScreenLine.Ends ends = line.within(200, 160).orElseThrow();
        assertEquals(110, ends.x1(), 1e-9);
        assertEquals(110, ends.x2(), 1e-9);
        assertEquals(160, Math.abs(ends.y1() - ends.y2()), 1e-9);
        assertEquals(7, line.distance(117, 20), 1e-9);
    }

    @Test
    void theFacesOfASlabLieHalfItsThicknessAway() {
        ViewPlane coronal = new ViewPlane(new Vec3(0, 0, 0), LEFT, FEET);
        double centre = ScreenLine.of(VIEW, coronal, 0).orElseThrow().distance(100, 0);
        double face = ScreenLine.of(VIEW, coronal, coronal.normal().y() * 10)
                .orElseThrow()
                .distance(100, 0);
        assertEquals(80, centre, 1e-9);
        assertEquals(100, face, 1e-9);
    }

    @Test
    void anObliqueCutRunsThroughTheTwoPointsItMust() {
        Vec3 along = new Vec3(1, 1, 0).unit();
        ScreenLine line = ScreenLine.of(VIEW, new ViewPlane(new Vec3(0, 0, 0), along, FEET), 0)
                .orElseThrow();
        assertEquals(0, line.distance(100, 80), 1e-9);
        assertEquals(0, line.distance(120, 100), 1e-9);
        assertEquals(Math.sqrt(2) * 10, line.distance(120, 80), 1e-9);
    }

    @Test
    void aParallelCutHasNoLine() {
        assertTrue(ScreenLine.of(VIEW, new ViewPlane(new Vec3(0, 0, 77), LEFT, BACK), 0)
                .isEmpty());
    }

    @Test
    void aLineThatMissesTheViewIsNotDrawn() {
        ScreenLine line = ScreenLine.of(VIEW, new ViewPlane(new Vec3(500, 0, 0), BACK, FEET), 0)
                .orElseThrow();
        assertTrue(line.within(200, 160).isEmpty());
    }
}
