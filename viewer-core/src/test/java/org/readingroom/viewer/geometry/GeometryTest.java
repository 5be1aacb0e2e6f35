package org.readingroom.viewer.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
    /// Directions at stated angles from the axes; a letter for each axis within 75 degrees, nearest first.
    // [utest->req~view.letters-follow~1]
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, L",
        "-2, 0, 0, R",
        "0, 0.5, 0, P",
        "0, -1, 0, A",
        "0, 0, 9, H",
        "0, 0, -1, F",
        "0.2, 0.97, 0, P", // 11.6 degrees off: not worth a letter
        "0.3, 0.95, 0, PL", // 17.5 degrees off
        "0.8, -0.6, 0, LA",
        "-0.6, -0.8, 0, AR",
        "0.5, 0.6, -0.7, FPL",
        "-0.7, 0.6, 0.5, RPH"
    })
    void lettersNameTheNearestAxisFirst(double x, double y, double z, String letters) {
        assertEquals(letters, Anatomical.letters(new Vec3(x, y, z)));
    }

    @Test
    void aPixelLiesWhereTheEquationOfTheStandardPutsIt() {
        ImagePlane plane =
                new ImagePlane(new Vec3(-10, 20, 5), new Vec3(0, 1, 0), new Vec3(0, 0, -1), new PixelSpacing(2, 0.5));
        // column 4 is 4 x 0.5 mm along the row, row 3 is 3 x 2 mm down the column
        assertEquals(new Vec3(-10, 22, -1), plane.toPatient(4, 3));
        assertEquals(new Vec3(-1, 0, 0), plane.normal());
    }

    @Test
    void aMapAndItsInverseUndoEachOtherShearAndAll() {
        AffineMap map = new AffineMap(
                new Vec3(0.7, 0.1, 0), new Vec3(-0.2, 0.9, 0.3), new Vec3(0.4, 0.5, 2.5), new Vec3(-31, 12, 7));
        Vec3 p = new Vec3(3, -4, 11);
        assertEquals(0, map.inverse().apply(map.apply(p)).distanceTo(p), 1e-12);
        assertEquals(0, map.then(map.inverse()).apply(p).distanceTo(p), 1e-12);
        // worked out by hand: x axis times 3, y times -4, z times 11, and the origin
        assertEquals(
                0,
                map.apply(p).distanceTo(new Vec3(2.1 + 0.8 + 4.4 - 31, 0.3 - 3.6 + 5.5 + 12, -1.2 + 27.5 + 7)),
                1e-12);
        assertTrue(map.determinant() > 0);
        AffineMap flat = new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(1, 1, 0), Vec3.ZERO);
        assertThrows(IllegalArgumentException.class, flat::inverse);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpacingThatIsNoDistanceIsRefused(double mm) {
        assertThrows(IllegalArgumentException.class, () -> new PixelSpacing(mm, 1));
        assertThrows(IllegalArgumentException.class, () -> new PixelSpacing(1, mm));
    }
}
