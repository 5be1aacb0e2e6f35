package org.readingroom.viewer.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.Vec3;

// [utest->req~structure.lines~1]
class ContourCutTest {
    private static final Vec3 UP = new Vec3(0, 0, 1);

    @Test
    void aPointIsSeenWithinHalfTheThickness() {
        Contour point = new Contour(Contour.Kind.POINT, List.of(new Vec3(1, 2, 4)), 0, List.of());
        assertEquals(List.of(List.of(new Vec3(1, 2, 4))), ContourCut.within(point, new Vec3(0, 0, 5.5), UP, 1.5));
        assertEquals(List.of(), ContourCut.within(point, new Vec3(0, 0, 5.6), UP, 1.5));
    }

    @Test
    void anOpenContourInThePlaneIsWholeAndNotClosed() {
        List<Vec3> points = List.of(new Vec3(0, 0, 0), new Vec3(10, 0, 0), new Vec3(10, 5, 0));
        Contour open = new Contour(Contour.Kind.OPEN_PLANAR, points, 0, List.of());
        assertEquals(List.of(points), ContourCut.within(open, Vec3.ZERO, UP, 0.5));
        assertEquals(List.of(), ContourCut.within(open, new Vec3(0, 0, 3), UP, 0.5));
    }

    /// Up from 0 to 10 and down again: between 4 and 6 the slab holds two pieces, by hand.
    @Test
    void aContourThroughThePlaneIsCutWhereItEntersAndLeaves() {
        Contour through = new Contour(
                Contour.Kind.OPEN_NONPLANAR,
                List.of(new Vec3(0, 0, 0), new Vec3(20, 0, 10), new Vec3(40, 0, 0)),
                0,
                List.of());
        assertEquals(
                List.of(
                        List.of(new Vec3(8, 0, 4), new Vec3(12, 0, 6)),
                        List.of(new Vec3(28, 0, 6), new Vec3(32, 0, 4))),
                ContourCut.within(through, new Vec3(0, 0, 5), UP, 1));
    }

    @Test
    void aPeakWithinTheSlabStaysOneLine() {
        Contour peak = new Contour(
                Contour.Kind.OPEN_NONPLANAR,
                List.of(new Vec3(0, 0, 0), new Vec3(20, 0, 10), new Vec3(40, 0, 0)),
                0,
                List.of());
        assertEquals(
                List.of(List.of(new Vec3(18, 0, 9), new Vec3(20, 0, 10), new Vec3(22, 0, 9))),
                ContourCut.within(peak, new Vec3(0, 0, 10), UP, 1));
    }
}
