package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PatientPath;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// A bent tube laid flat: straight, as thick as it is, as long as it is.
// [utest->req~view.curved~1]
class CurvedTest {
    private static final double RADIUS = 30;
    private static final double TUBE = 4;
    private static final AffineMap MAP =
            new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1.5), new Vec3(-45, -45, -15));

    @Test
    void aTubeBentToAQuarterCircleComesOutStraightWithItsTrueWidthAndLength() {
        Volume volume = FormulaPhantom.volume(91, 91, 21, MAP, new float[] {1}, CurvedTest::tube);
        // across the plane of the bend and within it: the straightened tube is the same
        for (Vec3 across : List.of(new Vec3(0, 0, 1), new Vec3(1, 0, 0))) {
            ResolvedCurve curve = new CurvedRequest(arc(0, 90), CurvedRequest.Kind.STRAIGHTENED, 20, 0.5, across)
                    .resolve(volume, look());
            assertEquals(RADIUS * Math.PI / 2, curve.mmPerElement() * (curve.height() - 1), 0.6, "length of the arc");
            float[] values = CurvedSampler.sample(curve);
            for (int row = 2; row < curve.height() - 2; row++) {
                double wide = 0;
                double moment = 0;
                for (int x = 0; x < curve.width(); x++) {
                    double part = Math.clamp(values[row * curve.width() + x] / 1000.0, 0, 1);
                    wide += part * 0.5;
                    moment += part * 0.5 * (x + 0.5);
                }
                // half a voxel
                assertEquals(2 * TUBE, wide, 0.75, "width in row " + row + ", across " + across);
                assertEquals(20, moment / wide, 0.8, "middle in row " + row + ", across " + across);
            }
        }
    }

    /// To a fiftieth of a millimetre: the formula changes by 3 in each along x.
    @Test
    void everyElementShowsWhatLiesAtItsPlaceAndTheMiddleOfTheSheetIsThePath() {
        Volume volume = FormulaPhantom.volume(91, 91, 21, MAP, new float[] {0.1f}, FormulaPhantom::linear);
        List<Vec3> straight = List.of(new Vec3(0.3, -15, -8), new Vec3(0.3, 15, -8));
        for (double width : new double[] {20, 20.5}) {
            ResolvedCurve curve = new CurvedRequest(
                            straight, CurvedRequest.Kind.STRAIGHTENED, width, 0.5, new Vec3(1, 0, 0))
                    .resolve(volume, look());
            float[] values = CurvedSampler.sample(curve);
            for (int row = 0; row < curve.height(); row++) {
                Vec3 middle = curve.toPatient(curve.width() / 2.0, row + 0.5);
                Vec3 onPath = new Vec3(0.3, -15 + 0.5 * row, -8);
                assertEquals(0, middle.distanceTo(onPath), 1e-9, "middle of row " + row);
                for (int x = 0; x < curve.width(); x++) {
                    double expected = FormulaPhantom.linear(curve.toPatient(x + 0.5, row + 0.5));
                    assertEquals(expected, values[row * curve.width() + x], 0.06, x + ", " + row);
                }
            }
        }
    }

    @Test
    void aStretchedSheetKeepsLengthsAndTheShapeInItsOwnDirection() {
        Volume volume = FormulaPhantom.volume(91, 91, 21, MAP, new float[] {1}, CurvedTest::tube);
        // along x the quarter circle projects to its extent in y
        ResolvedCurve alongX = new CurvedRequest(arc(0, 90), CurvedRequest.Kind.STRETCHED, 80, 0.5, new Vec3(1, 0, 0))
                .resolve(volume, look());
        assertEquals(RADIUS, 0.5 * (alongX.height() - 1), 0.6);
        // along z, at right angles to its plane, to its whole length
        ResolvedCurve alongZ = new CurvedRequest(arc(0, 90), CurvedRequest.Kind.STRETCHED, 20, 0.5, new Vec3(0, 0, 1))
                .resolve(volume, look());
        assertEquals(RADIUS * Math.PI / 2, 0.5 * (alongZ.height() - 1), 0.6);
        for (int row = 1; row < alongZ.height(); row++) {
            Vec3 step = alongZ.toPatient(20, row + 0.5).minus(alongZ.toPatient(20, row - 0.5));
            assertEquals(0.5, step.length(), 0.01, "row " + row);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new CurvedRequest(
                                List.of(Vec3.ZERO, new Vec3(0, 0, 10)),
                                CurvedRequest.Kind.STRETCHED,
                                20,
                                0.5,
                                new Vec3(0, 0, 1))
                        .resolve(volume, look())
                        .height());
    }

    @Test
    void directionsAcrossTurnNoMoreThanTheCurve() {
        // a helix: a frame that follows the curvature would turn once a winding
        List<Vec3> helix = new ArrayList<>();
        for (int i = 0; i <= 48; i++) {
            double t = i * Math.PI / 12;
            helix.add(new Vec3(20 * Math.cos(t), 20 * Math.sin(t), 3 * t));
        }
        PatientPath path = PatientPath.through(helix, 0.5, new Vec3(0, 0, 1));
        double speed = Math.sqrt(20 * 20 + 3 * 3);
        assertEquals(4 * Math.PI * speed, path.lengthMm(), 0.5);
        List<PatientPath.Station> stations = path.stations();
        for (int i = 1; i < stations.size(); i++) {
            PatientPath.Station a = stations.get(i - 1);
            PatientPath.Station b = stations.get(i);
            assertEquals(0.5, a.place().distanceTo(b.place()), 0.01);
            assertEquals(0, b.across().dot(b.tangent()), 1e-9);
            assertEquals(1, b.across().length(), 1e-9);
            // the part of the turn about the tangent is none
            Vec3 change = b.across().minus(a.across());
            assertEquals(0, change.dot(a.tangent().cross(a.across())), 2e-3, "station " + i);
        }
    }

    @Test
    void pointsThatMakeNoCurveAreRefused() {
        Vec3 point = new Vec3(1, 2, 3);
        assertThrows(
                IllegalArgumentException.class, () -> PatientPath.through(List.of(point, point), 1, new Vec3(1, 0, 0)));
        PatientPath straight = PatientPath.through(List.of(point, new Vec3(1, 2, 13)), 1, new Vec3(0, 0, 1));
        assertEquals(10, straight.lengthMm(), 1e-9);
        assertTrue(Math.abs(straight.stations().getFirst().across().z()) < 1e-9, "across though asked along");
    }

    private static List<Vec3> arc(double fromDegrees, double toDegrees) {
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            double angle = Math.toRadians(fromDegrees + (toDegrees - fromDegrees) * i / 12);
            points.add(new Vec3(RADIUS * Math.cos(angle), RADIUS * Math.sin(angle), 0));
        }
        return points;
    }

    /// 1000 within the tube about the whole circle, falling to 0 over a millimetre at its wall.
    private static double tube(Vec3 p) {
        double ring = Math.hypot(p.x(), p.y()) - RADIUS;
        return 1000 * Math.clamp(TUBE + 0.5 - Math.hypot(ring, p.z()), 0, 1);
    }

    private static ViewResolver.Look look() {
        Voi voi = Voi.Window.linear(500, 1000);
        return new ViewResolver.Look(voi, false, new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR));
    }
}
