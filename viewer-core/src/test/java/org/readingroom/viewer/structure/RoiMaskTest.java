package org.readingroom.viewer.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.testing.SharedData;

class RoiMaskTest {
    // [utest->req~structure.mask~1]
    @Test
    void aCylinderHasItsVolumeInAnyDirection() {
        double truthMl = Math.PI * 15 * 15 * 10 * 3 / 1000;
        for (Vec3 axis : List.of(new Vec3(0, 0, 1), new Vec3(1, 0, 0), new Vec3(1, 2, 3).unit())) {
            List<Contour> contours = new ArrayList<>();
            for (int k = 0; k < 10; k++) {
                contours.add(circle(new Vec3(10, 20, 30).plus(axis.times(3 * k)), axis, 15, k % 2 == 0));
            }
            RoiMask mask = RoiMask.of(roi(contours)).orElseThrow();
            assertEquals(truthMl, mask.volumeMl().orElseThrow(), truthMl * 0.005, "along " + axis);
            assertTrue(mask.mask().coverage(new Vec3(10, 20, 30).plus(axis.times(13.4))) > 0);
            assertEquals(0, mask.mask().coverage(new Vec3(10, 20, 30).plus(axis.times(29))));
        }
    }

    // [utest->req~structure.mask~1]
    @Test
    void aHoleStaysEmptyWhetherByTwoContoursOrByKeyhole() {
        List<Vec3> outer = square(40);
        List<Vec3> inner = square(20);
        List<Vec3> keyhole = new ArrayList<>(outer);
        keyhole.add(outer.getFirst());
        keyhole.addAll(inner.reversed());
        keyhole.add(inner.getLast());
        for (List<Contour> slice : List.of(List.of(closed(outer, 5), closed(inner, 5)), List.of(closed(keyhole, 5)))) {
            RoiMask mask = RoiMask.of(roi(slice)).orElseThrow();
            assertEquals((1600 - 400) * 5 / 1000.0, mask.volumeMl().orElseThrow(), 0.05);
            assertEquals(0, mask.mask().coverage(new Vec3(0, 0, 0)));
            assertTrue(mask.mask().coverage(new Vec3(15, 0, 0)) > 0);
            assertTrue(mask.mask().coverage(new Vec3(-15, -12, 0)) > 0);
        }
    }

    /// Corners at hundredths of a millimetre lie exactly on the middle lines of rows of a tenth: each must
    /// count once.
    // [utest->req~structure.mask~1]
    @Test
    void noRowIsTurnedInsideOutWhereCornersLieOnIt() {
        List<Vec3> points = new ArrayList<>();
        for (int k = 0; k <= 300; k++) {
            points.add(new Vec3(-12.3 + (k % 2) * 0.01, (k == 0 ? -1230 : -1235 + 10 * k) / 100.0, 0));
        }
        points.add(new Vec3(12.3, 17.65, 0));
        points.add(new Vec3(12.3, -12.3, 0));
        PatientMask mask =
                RoiMask.of(roi(List.of(closed(points, 3)))).orElseThrow().mask();
        for (int row = 0; row < 299; row++) {
            double y = -12.25 + 0.1 * row;
            assertEquals(255, mask.coverage(new Vec3(0, y, 0)), "inside at " + y);
            assertEquals(0, mask.coverage(new Vec3(-12.5, y, 0)), "left of it at " + y);
            assertEquals(0, mask.coverage(new Vec3(12.5, y, 0)), "right of it at " + y);
        }
    }

    /// Two blobs of one slice whose planes differ by what a program rounded.
    // [utest->req~structure.mask~1]
    @Test
    void planesThatTremorPartsAreOnePlane() {
        Vec3 z = new Vec3(0, 0, 1);
        List<Contour> contours = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            contours.add(circle(new Vec3(0, 0, 3 * k), z, 10, false));
            contours.add(circle(new Vec3(40, 0, 3 * k + (k == 4 ? 0.07 : 0)), z, 10, false));
        }
        double truthMl = 2 * Math.PI * 10 * 10 * 10 * 3 / 1000;
        assertEquals(truthMl, RoiMask.of(roi(contours)).orElseThrow().volumeMl().orElseThrow(), truthMl * 0.005);
    }

    // [utest->req~structure.mask~1]
    @Test
    void onePlaneWithoutThicknessHasNoVolume() {
        RoiMask mask = RoiMask.of(roi(List.of(closed(square(10), 0)))).orElseThrow();
        assertFalse(mask.isThicknessKnown());
        assertEquals(Optional.empty(), mask.volumeMl());
    }

    // [utest->req~structure.read~1]
    @Test
    void aRealSetHasTheAreasOfTheShoelaceFormula() throws DicomException {
        StructureSet set = StructureSetReader.read(DicomReader.read(SharedData.path("modality/rtstruct-headerless.dcm"))
                        .dataSet())
                .orElseThrow();
        assertEquals(
                List.of("patient", "Isocenter 1", "Isocenter 2"),
                set.rois().stream().map(Roi::name).toList());
        Roi patient = set.rois().getFirst();
        assertEquals(0xDCA078, patient.rgb());
        PatientMask mask = RoiMask.of(patient).orElseThrow().mask();
        // areas by numpy, planes 10 mm apart
        double truthMl = 3 * 120_000.0 * 10 / 1000;
        assertEquals(truthMl, mask.volumeMl(), truthMl * 0.005);
        assertEquals(Contour.Kind.POINT, set.rois().get(1).contours().getFirst().kind());
        assertTrue(RoiMask.of(set.rois().get(1)).isEmpty());
    }

    // [utest->req~structure.read~1]
    @Test
    void aContourWithHalfAPointIsLeftOutAndToldOf() {
        DataSet bad = DataSetBuilder.create()
                .text(StructureTag.CONTOUR_GEOMETRIC_TYPE, Vr.CS, "CLOSED_PLANAR")
                .decimals(StructureTag.CONTOUR_DATA, Vr.DS, 1, 2, 3, 4)
                .build();
        DataSet data = DataSetBuilder.create()
                .sequence(
                        StructureTag.STRUCTURE_SET_ROI_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(StructureTag.ROI_NUMBER, Vr.IS, "1")
                                .build()))
                .sequence(
                        StructureTag.ROI_CONTOUR_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(StructureTag.REFERENCED_ROI_NUMBER, Vr.IS, "1")
                                .sequence(StructureTag.CONTOUR_SEQUENCE, List.of(bad))
                                .build()))
                .build();
        StructureSet set = StructureSetReader.read(data).orElseThrow();
        assertEquals(List.of("viewer.structure.contour-unreadable"), set.warningKeys());
        assertEquals(List.of(), set.rois().getFirst().contours());
    }

    private static Roi roi(List<Contour> contours) {
        return new Roi(1, "test", "", "", "", 0xFF0000, Optional.empty(), contours);
    }

    private static Contour closed(List<Vec3> points, double slabMm) {
        return new Contour(Contour.Kind.CLOSED_PLANAR, points, slabMm, List.of());
    }

    private static List<Vec3> square(double side) {
        double h = side / 2;
        return List.of(new Vec3(-h, -h, 0), new Vec3(h, -h, 0), new Vec3(h, h, 0), new Vec3(-h, h, 0));
    }

    private static Contour circle(Vec3 centre, Vec3 axis, double radius, boolean isReversed) {
        Vec3 right = axis.cross(new Vec3(0.3, 0.5, -0.7)).unit();
        Vec3 down = axis.cross(right);
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < 180; i++) {
            double angle = Math.toRadians(2 * i);
            points.add(centre.plus(right.times(radius * Math.cos(angle))).plus(down.times(radius * Math.sin(angle))));
        }
        return closed(isReversed ? points.reversed() : points, 0);
    }
}
