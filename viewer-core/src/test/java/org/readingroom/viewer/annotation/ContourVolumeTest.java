package org.readingroom.viewer.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.SeriesUid;

/// Against bodies whose volume geometry knows.
// [utest->req~annotation.contour-volume~1]
class ContourVolumeTest {
    private static final Vec3 ACROSS = new Vec3(1, 0, 0);
    /// An oblique plane: its normal leans by atan(3/4).
    private static final Vec3 DOWN = new Vec3(0, 0.8, 0.6);

    private static final Vec3 NORMAL = ACROSS.cross(DOWN);

    /// The slices of a sphere are discs: 4/3·π·20³ = 33.510 ml.
    @Test
    void aSphereOnEverySlice() {
        List<Annotation> discs = new ArrayList<>();
        for (double at = -19.75; at < 20; at += 0.5) {
            discs.add(disc("liver 1", at, 0, Math.sqrt(400 - at * at)));
        }
        ContourVolume volume = ContourVolume.of(discs.get(7), discs, 0.5).orElseThrow();
        assertEquals(33.510, volume.ml(), 0.02);
        assertEquals(80, volume.contours());
        assertEquals(0, volume.skipped());
    }

    /// A box of 30 x 20 mm on four slices of 5 mm is 20 mm long; skipping the two in the middle changes nothing.
    @ParameterizedTest
    @CsvSource({"false, 4, 0", "true, 2, 2"})
    void aBoxWithAndWithoutSlicesLeftOut(boolean leavesOut, int contours, int skipped) {
        List<Annotation> boxes = new ArrayList<>();
        for (int i : leavesOut ? new int[] {3, 0} : new int[] {3, 0, 2, 1}) {
            boxes.add(box("T1", 5 * i, 0));
        }
        ContourVolume volume = ContourVolume.of(boxes.getFirst(), boxes, 5).orElseThrow();
        assertEquals(12.0, volume.ml(), 1e-9);
        assertEquals(contours, volume.contours());
        assertEquals(skipped, volume.skipped());
    }

    /// Two boxes of 600 mm² on two slices of 5 mm.
    @Test
    void twoPartsOnOnePlaneAreAddedUnlessTheyOverlap() {
        List<Annotation> apart = List.of(box("T1", 0, 0), box("T1", 0, 50), box("T1", 5, 0), box("T1", 5, 50));
        assertEquals(
                12.0, ContourVolume.of(apart.getFirst(), apart, 5).orElseThrow().ml(), 1e-9);
        List<Annotation> crossing = List.of(box("T1", 0, 0), box("T1", 0, 29), box("T1", 5, 0));
        assertEquals(Optional.empty(), ContourVolume.of(crossing.getFirst(), crossing, 5));
        List<Annotation> within = List.of(box("T1", 0, 0), disc("T1", 0, 15, 2), box("T1", 5, 0));
        assertEquals(Optional.empty(), ContourVolume.of(within.getFirst(), within, 5), "a hole or a double");
    }

    @Test
    void aContourThatCrossesItselfBoundsNothing() {
        Annotation bow = new Annotation.Figure(
                AnnotationId.random(),
                placement(NORMAL.times(5), NORMAL),
                FigureKind.POLYGON,
                List.of(
                        NORMAL.times(5),
                        NORMAL.times(5).plus(ACROSS.times(30)),
                        NORMAL.times(5).plus(DOWN.times(20)),
                        NORMAL.times(5).plus(ACROSS.times(40)).plus(DOWN.times(20))),
                "T1");
        List<Annotation> all = List.of(box("T1", 0, 0), bow, box("T1", 10, 0));
        assertEquals(Optional.empty(), ContourVolume.of(all.getFirst(), all, 5));
    }

    @Test
    void onlyContoursOfOneNameAndDirectionCount() {
        Annotation named = box("T1", 0, 0);
        Annotation next = box("T1", 5, 0);
        Annotation turned = new Annotation.Figure(
                AnnotationId.random(),
                placement(Vec3.ZERO, ACROSS),
                FigureKind.POLYGON,
                List.of(Vec3.ZERO, new Vec3(0, 9, 0), new Vec3(0, 0, 9)),
                "T1");
        List<Annotation> all = List.of(named, next, box("T2", 10, 0), box("", 15, 0), turned);
        assertEquals(6.0, ContourVolume.of(named, all, 5).orElseThrow().ml(), 1e-9);
        assertTrue(ContourVolume.of(box("", 0, 0), all, 5).isEmpty(), "without a name");
        assertTrue(ContourVolume.of(all.get(2), all, 5).isEmpty(), "one plane is no volume");
        assertTrue(ContourVolume.of(named, all, 0).isEmpty(), "no spacing");
    }

    private static Annotation disc(String label, double at, double right, double radius) {
        Vec3 centre = NORMAL.times(at).plus(ACROSS.times(right)).plus(DOWN.times(10));
        return new Annotation.Ellipse(
                AnnotationId.random(),
                placement(NORMAL.times(at), NORMAL),
                centre,
                ACROSS.times(radius),
                DOWN.times(radius),
                label);
    }

    /// 30 mm to the right of `right`, 20 down.
    private static Annotation box(String label, double at, double right) {
        Vec3 corner = NORMAL.times(at).plus(ACROSS.times(right));
        return new Annotation.Figure(
                AnnotationId.random(),
                // every other slice was drawn seen from behind
                placement(corner, NORMAL.times(at % 10 == 0 ? 1 : -1)),
                FigureKind.RECTANGLE,
                List.of(
                        corner,
                        corner.plus(ACROSS.times(30)),
                        corner.plus(ACROSS.times(30)).plus(DOWN.times(20)),
                        corner.plus(DOWN.times(20))),
                label);
    }

    private static Placement placement(Vec3 point, Vec3 normal) {
        return new Placement.InPatient(new SeriesUid("2.25.1"), new FrameOfReferenceUid("2.25.2"), point, normal, null);
    }
}
