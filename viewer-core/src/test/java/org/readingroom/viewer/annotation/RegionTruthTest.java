package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Areas and their statistics beside what geometry says of them.
// [utest->req~annotation.statistics~1]
class RegionTruthTest {
    private static final PixelSpacing TALL = new PixelSpacing(2, 0.5);
    private static final ImageFrame FRAME =
            Marks.frame(64, 64, new PixelScale.Millimetres(TALL, PixelScale.Source.PATIENT), null, null);

    private static Vec3 at(double x, double y) {
        return new Vec3(x, y, 0);
    }

    private static double value(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow().value();
    }

    @Test
    void aCircleHasTheAreaAndThePerimeterOfItsRadius() {
        // a radius of 6 mm: 12 columns of 0.5 mm, 3 rows of 2 mm
        Measured measured = MeasurementCalculator.measure(
                FiguresTest.figure(FigureKind.CIRCLE, Marks.on(), at(30, 30), at(42, 30), at(30, 33)), FRAME);
        assertThat(value(measured, Quantity.AREA)).isCloseTo(Math.PI * 36, within(1e-9));
        assertThat(value(measured, Quantity.PERIMETER)).isCloseTo(12 * Math.PI, within(1e-9));
    }

    @Test
    void thePerimeterOfAnEllipseIsThatOfItsSeries() {
        double a = 10;
        double b = 3;
        // Ivory's series in h = ((a - b) / (a + b))², summed until nothing is added
        double h = Math.pow((a - b) / (a + b), 2);
        double sum = 1 + h / 4;
        double term = 0.5;
        double power = h;
        for (int n = 2; n < 200; n++) {
            term *= (2.0 * n - 3) / (2.0 * n);
            power *= h;
            sum += term * term * power;
        }
        Measured measured = MeasurementCalculator.measure(
                Marks.ellipse(Marks.in(Marks.axial(1, 1)), Vec3.ZERO, new Vec3(a, 0, 0), new Vec3(0, b, 0)), null);
        assertThat(value(measured, Quantity.PERIMETER)).isCloseTo(Math.PI * (a + b) * sum, within(1e-8));
    }

    @Test
    void aPolygonCountsThePixelsThatItGoesAround() {
        Random random = new Random(20261129);
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> c * 7 + r * 3));
        for (int round = 0; round < 40; round++) {
            int corners = 3 + random.nextInt(9);
            List<Vec3> points = new ArrayList<>();
            for (int i = 0; i < corners; i++) {
                // corners in order around a middle: the outline never crosses itself
                double t = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
                double reach = 4 + 24 * random.nextDouble();
                points.add(at(32 + reach * Math.cos(t), 32 + reach * Math.sin(t)));
            }
            double sum = 0;
            int count = 0;
            for (int row = 0; row < 64; row++) {
                for (int column = 0; column < 64; column++) {
                    if (isAround(points, column, row)) {
                        sum += 2.0 * (column * 7 + row * 3) - 1000;
                        count++;
                    }
                }
            }
            Measured measured = MeasurementCalculator.measure(
                    FiguresTest.figure(FigureKind.POLYGON, Marks.on(), points.toArray(Vec3[]::new)), FRAME, grid);
            assertThat(value(measured, Quantity.COUNT)).as("round %s", round).isEqualTo(count);
            assertThat(value(measured, Quantity.MEAN)).isCloseTo(sum / count, within(1e-9));
            assertThat(measured.caveatKeys()).isEmpty();
        }
    }

    /// By the angle that the outline turns through as seen from the point.
    private static boolean isAround(List<Vec3> line, double x, double y) {
        double turned = 0;
        for (int i = 0; i < line.size(); i++) {
            Vec3 a = line.get(i);
            Vec3 b = line.get((i + 1) % line.size());
            turned += Math.IEEEremainder(
                    Math.atan2(b.y() - y, b.x() - x) - Math.atan2(a.y() - y, a.x() - x), 2 * Math.PI);
        }
        return Math.abs(turned) > Math.PI;
    }

    @Test
    void pixelsOnTheOutlineCount() {
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> 1));
        // a triangle with 11 + 10 + … + 1 centres, those of all three edges among them
        Measured triangle = MeasurementCalculator.measure(
                FiguresTest.figure(FigureKind.POLYGON, Marks.on(), at(10, 10), at(20, 10), at(10, 20)), FRAME, grid);
        assertThat(value(triangle, Quantity.COUNT)).isEqualTo(66);
        Measured outside = MeasurementCalculator.measure(
                FiguresTest.figure(FigureKind.RECTANGLE, Marks.on(), at(-9, -9), at(1, -9), at(1, 0), at(-9, 0)),
                FRAME,
                grid);
        assertThat(value(outside, Quantity.COUNT))
                .as("beyond the image there are no pixels")
                .isEqualTo(2);
    }

    @Test
    void anOutlineThatCrossesItselfHasNoAreaAndSaysSo() {
        Measured bow = MeasurementCalculator.measure(
                FiguresTest.figure(FigureKind.FREEHAND, Marks.on(), at(10, 10), at(20, 20), at(20, 10), at(10, 20)),
                FRAME);
        assertThat(bow.of(Quantity.AREA)).isEmpty();
        assertThat(bow.caveatKeys()).containsExactly("viewer.figure.crosses-itself");
    }

    @Test
    void aProbeReadsThePixelThatHoldsItsPoint() {
        FrameGrid grid = FrameGrid.of(FRAME, Marks.pixels(64, 64, (c, r) -> c + 100 * r));
        for (double[] near : new double[][] {{10, 20}, {10.49, 19.51}, {9.5, 20.4}}) {
            Measured measured = MeasurementCalculator.measure(
                    FiguresTest.figure(FigureKind.PROBE, Marks.on(), at(near[0], near[1])), FRAME, grid);
            assertThat(measured.measurements())
                    .containsExactly(new Measurement(Quantity.VALUE, 2 * (10 + 2000) - 1000, "[hnsf'U]"));
        }
        Measured beside = MeasurementCalculator.measure(
                FiguresTest.figure(FigureKind.PROBE, Marks.on(), at(64, 20)), FRAME, grid);
        assertThat(beside.measurements()).isEmpty();
        assertThat(beside.caveatKeys()).containsExactly("viewer.probe.no-value");
    }

    @Test
    void everyAreaAndProbeIsTheSameOnASliceAndOnAReformatThroughIt() {
        ImagePlane plane = Marks.axial(0.8, 0.5);
        Marks.Formula formula = (c, r) -> (c * 37 + r * 101) % 900;
        FrameGrid slice = FrameGrid.of(Marks.placed(40, 30, plane), Marks.pixels(40, 30, formula));
        Volume volume = volume(plane, formula);
        Placement.InPatient in = Marks.in(plane);
        Vec3 middle = plane.toPatient(18.3, 14.2);
        List<Annotation.Figure> figures = List.of(
                FiguresTest.figure(FigureKind.PROBE, in, middle),
                FiguresTest.figure(FigureKind.CIRCLE, in, middle, middle.plus(at(5, 0)), middle.plus(at(0, 5))),
                FiguresTest.figure(
                        FigureKind.RECTANGLE,
                        in,
                        middle.plus(at(-4, -3)),
                        middle.plus(at(4, -3)),
                        middle.plus(at(4, 3)),
                        middle.plus(at(-4, 3))),
                FiguresTest.figure(
                        FigureKind.POLYGON, in, middle.plus(at(-5, 1)), middle.plus(at(3, -4)), middle.plus(at(4, 5))));
        for (Annotation.Figure figure : figures) {
            Measured onSlice = MeasurementCalculator.measure(figure, null, slice);
            Measured onReformat = MeasurementCalculator.measure(
                    figure, null, ReformatGrid.of(volume, ValueUnit.HOUNSFIELD, figure, in));
            assertThat(onReformat).as("%s", figure.kind()).isEqualTo(onSlice);
            assertThat(onSlice.measurements()).isNotEmpty();
        }
    }

    /// Three slices 3 mm apart, the middle one at `plane`.
    private static Volume volume(ImagePlane plane, Marks.Formula formula) {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            short[] samples = new short[40 * 30];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (k == 1 ? formula.at(i % 40, i / 40) : 100 * k);
            }
            slices.add(GreySlice.of(40, 30, samples, 2, -1000));
        }
        return new Volume(
                slices,
                new AffineMap(
                        at(plane.spacing().columnMm(), 0),
                        at(0, plane.spacing().rowMm()),
                        new Vec3(0, 0, 3),
                        plane.position().minus(new Vec3(0, 0, 3))),
                true);
    }

    /// In a plane askew the values of a field that grows evenly have for mean the value in the middle.
    @Test
    void anAreaInAnObliquePlaneMeasuresTheFieldThere() {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            short[] samples = new short[60 * 60];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (5 * (i % 60) + 3 * (i / 60) + 8 * k);
            }
            slices.add(GreySlice.of(60, 60, samples, 1, 0));
        }
        Volume volume = new Volume(slices, new AffineMap(at(1, 0), at(0, 1), new Vec3(0, 0, 1.5), Vec3.ZERO), true);
        Vec3 middle = new Vec3(30, 30, 30);
        Vec3 right = new Vec3(1, 1, 1).unit();
        Vec3 down = new Vec3(1, -1, 0).unit();
        Placement.InPatient askew = new Placement.InPatient(
                Marks.SERIES, Marks.REFERENCE, middle, right.cross(down).unit(), null);
        Annotation.Figure rectangle = FiguresTest.figure(
                FigureKind.RECTANGLE,
                askew,
                middle.minus(right.times(8)).minus(down.times(6)),
                middle.plus(right.times(8)).minus(down.times(6)),
                middle.plus(right.times(8)).plus(down.times(6)),
                middle.minus(right.times(8)).plus(down.times(6)));
        Measured measured = MeasurementCalculator.measure(
                rectangle, null, ReformatGrid.of(volume, ValueUnit.NONE, rectangle, askew));
        double there = 5 * 30 + 3 * 30 + 8 * 20;
        // one step of the grid along the steepest way is nine units; the rows of points lie symmetric but for that
        assertThat(value(measured, Quantity.MEAN)).isCloseTo(there, within(1.0));
        assertThat(value(measured, Quantity.AREA)).isCloseTo(16 * 12, within(1e-9));
        assertThat(value(measured, Quantity.COUNT))
                .as("a point for every square millimetre, but for the rim")
                .isBetween(192.0 - 28, 192.0 + 28);
        Annotation.Figure probe = FiguresTest.figure(FigureKind.PROBE, askew, middle.plus(right.times(3)));
        Vec3 p = probe.points().getFirst();
        Measured one =
                MeasurementCalculator.measure(probe, null, ReformatGrid.of(volume, ValueUnit.NONE, probe, askew));
        assertThat(value(one, Quantity.VALUE)).isCloseTo(5 * p.x() + 3 * p.y() + 8 * p.z() / 1.5, within(1e-9));
    }
}
