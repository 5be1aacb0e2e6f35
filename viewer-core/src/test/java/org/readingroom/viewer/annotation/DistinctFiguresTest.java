package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Angles, diameters, ratios and axes drawn where plane geometry says what they are: in true millimetres, in
/// pixels four times as high as wide, and in a plane turned in space.
class DistinctFiguresTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /// Rows 2 mm apart, columns 0.5 mm.
    private static final ImageFrame TALL = Marks.frame(
            600, 600, new PixelScale.Millimetres(new PixelSpacing(2, 0.5), PixelScale.Source.PATIENT), null, null);

    private static final ImageFrame UNKNOWN = Marks.frame(600, 600, new PixelScale.None(4), null, null);

    /// Two directions at a right angle in an oblique plane, each 1 mm.
    private static final Vec3 RIGHT = new Vec3(2, 1, 2).times(1.0 / 3);

    private static final Vec3 DOWN = new Vec3(-2, 2, 1).times(1.0 / 3);
    private static final Vec3 ORIGIN = new Vec3(-31, 12, 77);

    /// The same drawing, given in millimetres, on each of the three.
    private static List<Measured> everywhere(FigureKind kind, double... mm) {
        List<Vec3> pixels = new ArrayList<>();
        List<Vec3> patient = new ArrayList<>();
        for (int i = 0; i < mm.length; i += 2) {
            pixels.add(new Vec3(mm[i] / 0.5, mm[i + 1] / 2, 0));
            patient.add(ORIGIN.plus(RIGHT.times(mm[i])).plus(DOWN.times(mm[i + 1])));
        }
        Placement.InPatient oblique =
                new Placement.InPatient(Marks.SERIES, Marks.REFERENCE, ORIGIN, RIGHT.cross(DOWN), Marks.FRAME);
        return List.of(
                MeasurementCalculator.measure(figure(kind, Marks.on(), pixels), TALL),
                MeasurementCalculator.measure(figure(kind, oblique, patient), null));
    }

    private static Annotation.Figure figure(FigureKind kind, Placement placement, List<Vec3> points) {
        return new Annotation.Figure(new AnnotationId("f"), placement, kind, points, "");
    }

    private static double value(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow().value();
    }

    private static double[] ray(double x, double y, double degrees, double length) {
        double a = Math.toRadians(degrees);
        return new double[] {x, y, x + length * Math.cos(a), y + length * Math.sin(a)};
    }

    private static double[] together(double[] a, double[] b) {
        return IntStream.range(0, a.length + b.length)
                .mapToDouble(i -> i < a.length ? a[i] : b[i - a.length])
                .toArray();
    }

    // [utest->req~annotation.cobb~1]
    @Test
    void theCobbAngleIsThatBetweenTheLinesWhicheverWayTheyWereDrawn() {
        // how the two lines are turned, and the angle between them without directions
        double[][] cases = {
            {0, 0, 0}, {10, 35, 25}, {-20, 30, 50}, {5, 95, 90}, {0, 120, 60}, {170, 12, 22}, {3, 183, 0}
        };
        for (double[] one : cases) {
            for (double turn : new double[] {0, 37, 180, 301}) {
                double[] first = ray(40, 30, one[0] + turn, 25);
                double[] second = ray(60, 90, one[1] + turn, 40);
                double[] back = {second[2], second[3], second[0], second[1]};
                for (double[] drawn : List.of(together(first, second), together(first, back), together(back, first))) {
                    for (Measured measured : everywhere(FigureKind.COBB, drawn)) {
                        assertThat(value(measured, Quantity.COBB_ANGLE))
                                .as("%s and %s, turned %s", one[0], one[1], turn)
                                .isCloseTo(one[2], within(1e-6));
                        assertThat(measured.measurements()).hasSize(1);
                        assertThat(measured.of(Quantity.COBB_ANGLE)
                                        .orElseThrow()
                                        .ucum())
                                .isEqualTo("deg");
                    }
                }
            }
        }
    }

    // [utest->req~annotation.cobb~1]
    @Test
    void aCobbAngleDrawnOverARightAngleSaysThatTheOtherOneIsShown() {
        for (double turn : new double[] {0, 37, 180, 301}) {
            double[] first = ray(40, 30, turn, 25);
            for (Measured over : everywhere(FigureKind.COBB, together(first, ray(60, 90, 100 + turn, 40)))) {
                assertThat(value(over, Quantity.COBB_ANGLE)).isCloseTo(80, within(1e-6));
                assertThat(over.caveatKeys()).contains("viewer.cobb.over-90");
            }
            for (double degrees : new double[] {0, 80, 90, -80, -90}) {
                for (Measured under : everywhere(FigureKind.COBB, together(first, ray(60, 90, degrees + turn, 40)))) {
                    assertThat(under.caveatKeys()).as("%s", degrees).doesNotContain("viewer.cobb.over-90");
                }
            }
        }
    }

    @Test
    void aLineWithoutLengthHasNoAngle() {
        for (Measured measured : everywhere(FigureKind.COBB, 1, 1, 1, 1, 2, 2, 9, 9)) {
            assertThat(measured.measurements()).isEmpty();
        }
    }

    @Test
    void withoutSpacingTheAngleIsThatOfTheTrueShapeAndDistancesAreInPixels() {
        // in true shape, a row as high as four columns: 45 degrees
        Measured cobb = MeasurementCalculator.measure(
                figure(
                        FigureKind.COBB,
                        Marks.on(),
                        List.of(new Vec3(0, 0, 0), new Vec3(8, 0, 0), new Vec3(0, 0, 0), new Vec3(8, 2, 0))),
                UNKNOWN);
        assertThat(value(cobb, Quantity.COBB_ANGLE)).isCloseTo(45, EXACT);
        assertThat(cobb.caveatKeys()).containsExactly("viewer.scale.none");
        Measured shift = MeasurementCalculator.measure(
                figure(FigureKind.CENTRE_LINE, Marks.on(), List.of(Vec3.ZERO, new Vec3(0, 9, 0), new Vec3(7, 4, 0))),
                UNKNOWN);
        assertThat(shift.measurements())
                .containsExactly(new Measurement(Quantity.MIDLINE_DISTANCE, 7, Measurement.PIXELS));
    }

    // [utest->req~annotation.midline~1]
    @Test
    void theDistanceFromAMidlineIsAtARightAngleToItBeyondItsEndsToo() {
        // the line 3x + 4y = 25 through (3, 4); a point 6.5 beside it is (3, 4) + 6.5 (0.6, 0.8) + anything along
        for (double along : new double[] {0, 10, -300}) {
            double x = 3 + 6.5 * 0.6 + along * 0.8;
            double y = 4 + 6.5 * 0.8 - along * 0.6;
            for (Measured measured : everywhere(FigureKind.CENTRE_LINE, 3, 4, 3 + 8, 4 - 6, x, y)) {
                assertThat(measured.measurements()).hasSize(1);
                assertThat(value(measured, Quantity.MIDLINE_DISTANCE)).isCloseTo(6.5, EXACT);
                assertThat(measured.of(Quantity.MIDLINE_DISTANCE).orElseThrow().ucum())
                        .isEqualTo("mm");
            }
        }
    }

    // [utest->req~annotation.cardiothoracic~1]
    @Test
    void theCardiothoracicRatioAddsBothBordersAtARightAngleToALeaningMidline() {
        // along the midline (0.6, 0.8), across it (-0.8, 0.6): borders 40 right and 85 left, ribs 120 right and 130
        // left
        double[] p = new double[12];
        double[][] alongAcross = {{0, 0}, {200, 0}, {90, 40}, {120, -85}, {150, 120}, {150, -130}};
        for (int i = 0; i < 6; i++) {
            p[2 * i] = 300 + 0.6 * alongAcross[i][0] - 0.8 * alongAcross[i][1];
            p[2 * i + 1] = 100 + 0.8 * alongAcross[i][0] + 0.6 * alongAcross[i][1];
        }
        for (Measured measured : everywhere(FigureKind.CARDIOTHORACIC, p)) {
            assertThat(value(measured, Quantity.CARDIAC_WIDTH)).isCloseTo(125, EXACT);
            assertThat(value(measured, Quantity.THORACIC_WIDTH)).isCloseTo(250, EXACT);
            assertThat(value(measured, Quantity.CARDIOTHORACIC_RATIO)).isCloseTo(0.5, EXACT);
            assertThat(measured.caveatKeys()).isEmpty();
        }
    }

    @Test
    void aHeartOnOneSideOfTheMidlineIsItsOwnWidthAndSaysSo() {
        for (Measured measured :
                everywhere(FigureKind.CARDIOTHORACIC, 100, 0, 100, 200, 110, 90, 190, 110, 10, 150, 260, 150)) {
            assertThat(value(measured, Quantity.CARDIAC_WIDTH)).isCloseTo(80, EXACT);
            assertThat(measured.caveatKeys()).containsExactly("viewer.cardiothoracic.one-side");
        }
    }

    // [utest->req~annotation.leg~1]
    @Test
    void aBowLegHasItsAxisOnTheInnerSideOfTheKneeAndAKnockKneeOnTheOuter() {
        // seen from in front: the right leg at the left of the picture, its knee 30 mm outwards of the middle of the
        // way;
        // the left leg with its knee 30 mm inwards; 400 mm from hip to knee and on to the ankle, along the leg
        double bend = 2 * Math.toDegrees(Math.atan2(30, 400));
        for (Measured measured :
                everywhere(FigureKind.LEG_AXIS, 90, 50, 60, 450, 90, 850, 290, 50, 260, 440, 290, 830)) {
            assertThat(value(measured, Quantity.RIGHT_AXIS_DEVIATION)).isCloseTo(30, EXACT);
            assertThat(value(measured, Quantity.LEFT_AXIS_DEVIATION)).isCloseTo(-30, EXACT);
            assertThat(value(measured, Quantity.RIGHT_HIP_KNEE_ANKLE_ANGLE)).isCloseTo(180 - bend, EXACT);
            assertThat(value(measured, Quantity.LEFT_HIP_KNEE_ANKLE_ANGLE))
                    .isCloseTo(180 + 2 * Math.toDegrees(Math.atan2(30, 390)), EXACT);
            assertThat(value(measured, Quantity.RIGHT_LEG_LENGTH)).isCloseTo(800, EXACT);
            assertThat(value(measured, Quantity.LEFT_LEG_LENGTH)).isCloseTo(780, EXACT);
            assertThat(value(measured, Quantity.LEG_LENGTH_DIFFERENCE)).isCloseTo(20, EXACT);
        }
    }

    @Test
    void oneLegAloneHasNoSideAndSaysSo() {
        for (double side : new double[] {-30, 30}) {
            for (Measured measured : everywhere(FigureKind.LEG_AXIS, 90, 50, 90 + side, 450, 90, 850)) {
                assertThat(value(measured, Quantity.AXIS_DEVIATION)).isCloseTo(30, EXACT);
                assertThat(value(measured, Quantity.HIP_KNEE_ANKLE_ANGLE))
                        .isCloseTo(180 - 2 * Math.toDegrees(Math.atan2(30, 400)), EXACT);
                assertThat(value(measured, Quantity.LEG_LENGTH)).isCloseTo(800, EXACT);
                assertThat(measured.caveatKeys()).containsExactly("viewer.leg.side-unknown");
                assertThat(measured.of(Quantity.RIGHT_LEG_LENGTH)).isEmpty();
            }
        }
    }

    @Test
    void everyKindIsReadBackFromJson() throws Exception {
        for (FigureKind kind : FigureKind.values()) {
            List<Vec3> points = new ArrayList<>(Collections.nCopies(kind.minPoints(), new Vec3(1.0 / 3, 2, 0)));
            AnnotationDocument document = new AnnotationDocument(
                    new org.readingroom.viewer.model.StudyUid("2.25.9"), List.of(figure(kind, Marks.on(), points)));
            assertThat(AnnotationJson.read(AnnotationJson.write(document))).isEqualTo(document);
        }
    }
}
