package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelPadding;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.UltrasoundRegion;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.readingroom.viewer.volume.Volume;

class MeasurementCalculatorTest {
    private static final PixelSpacing TALL = new PixelSpacing(2, 0.5);

    // [utest->req~annotation.measure~1]
    @Test
    void lengthAndAngleInThePatientAreThoseOfTheirPoints() {
        Placement placement = Marks.in(Marks.axial(1, 1));
        assertThat(value(Marks.length(placement, new Vec3(1, 2, 3), new Vec3(4, 6, 15)), null, Quantity.LENGTH))
                .isEqualTo(13);
        assertThat(value(Marks.angle(placement, new Vec3(5, 0, 0), Vec3.ZERO, new Vec3(0, 0, 7)), null, Quantity.ANGLE))
                .isEqualTo(90);
        assertThat(value(
                        Marks.angle(placement, new Vec3(1, 0, 0), Vec3.ZERO, new Vec3(-1, 1e-9, 0)),
                        null,
                        Quantity.ANGLE))
                .isCloseTo(180 - Math.toDegrees(1e-9), within(1e-12));
    }

    @Test
    void pixelsThatAreNotSquareDoNotBendAnglesOrLengths() {
        ImageFrame frame = Marks.frame(64, 64, new PixelScale.Millimetres(TALL, PixelScale.Source.IMAGER), null, null);
        // 3 columns of 0.5 mm and 1 row of 2 mm: 1.5 and 2 make 2.5
        Measured length = MeasurementCalculator.measure(
                Marks.length(Marks.on(), new Vec3(10, 10, 0), new Vec3(13, 11, 0)), frame);
        assertThat(length.of(Quantity.LENGTH)).contains(new Measurement(Quantity.LENGTH, 2.5, "mm"));
        assertThat(length.caveatKeys()).containsExactly("viewer.scale.imager");
        // 4 columns and 1 row are both 2 mm: 45 degrees, though the pixels say 14
        assertThat(value(
                        Marks.angle(Marks.on(), new Vec3(4, 0, 0), Vec3.ZERO, new Vec3(4, 1, 0)),
                        frame,
                        Quantity.ANGLE))
                .isCloseTo(45, within(1e-12));
        assertThat(value(
                        Marks.ellipse(Marks.on(), new Vec3(30, 30, 0), new Vec3(8, 0, 0), new Vec3(0, 3, 0)),
                        frame,
                        Quantity.AREA))
                .isCloseTo(Math.PI * 4 * 6, within(1e-12));
    }

    @Test
    void withoutSpacingThePixelIsTheUnitAndItIsSaid() {
        ImageFrame frame = Marks.frame(64, 64, new PixelScale.None(2), null, null);
        Measured measured =
                MeasurementCalculator.measure(Marks.length(Marks.on(), new Vec3(0, 0, 0), new Vec3(6, 4, 0)), frame);
        assertThat(measured.of(Quantity.LENGTH)).contains(new Measurement(Quantity.LENGTH, 10, "{pixels}"));
        assertThat(measured.caveatKeys()).containsExactly("viewer.scale.none");
        assertThat(MeasurementCalculator.measure(
                                Marks.ellipse(Marks.on(), Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0)), null)
                        .of(Quantity.AREA))
                .contains(new Measurement(Quantity.AREA, Math.PI, "{square_pixels}"));
    }

    @Test
    void aMarkAcrossUltrasoundRegionsIsInPixels() {
        ImageFrame plain = Marks.frame(64, 64, PixelScale.None.SQUARE, null, null);
        ImageFrame frame = new ImageFrame(
                plain.ref(),
                plain.format(),
                null,
                null,
                plain.scale(),
                plain.modalityLut(),
                List.of(),
                false,
                null,
                null,
                List.of(
                        new UltrasoundRegion(0, 0, 31, 63, new PixelSpacing(0.5, 0.5)),
                        new UltrasoundRegion(32, 0, 63, 63, new PixelSpacing(2, 2))),
                plain.facts());
        assertThat(unit(frame, 5, 15)).isEqualTo("5.0 mm []");
        assertThat(unit(frame, 40, 50)).isEqualTo("20.0 mm []");
        assertThat(unit(frame, 25, 40)).isEqualTo("15.0 {pixels} [viewer.scale.outside-region]");
        Annotation within = Marks.length(Marks.on(), new Vec3(40, 20, 0), new Vec3(50, 20, 0));
        assertThat(MeasurementCalculator.scale(within, frame))
                .isEqualTo(new PixelScale.Millimetres(new PixelSpacing(2, 2), PixelScale.Source.ULTRASOUND_REGION));
        Annotation across = Marks.length(Marks.on(), new Vec3(25, 20, 0), new Vec3(40, 20, 0));
        assertThat(MeasurementCalculator.scale(across, frame)).isEqualTo(PixelScale.None.SQUARE);
    }

    @Test
    void outsideItsRegionsAnUltrasoundFrameKeepsTheShapeOfItsPixels() {
        ImageFrame plain = Marks.frame(64, 64, new PixelScale.None(2), null, null);
        ImageFrame frame = new ImageFrame(
                plain.ref(),
                plain.format(),
                null,
                null,
                plain.scale(),
                plain.modalityLut(),
                List.of(),
                false,
                null,
                null,
                List.of(new UltrasoundRegion(0, 0, 9, 9, new PixelSpacing(1, 0.5))),
                plain.facts());
        // 6 columns, and 4 rows as long as 8
        assertThat(value(Marks.length(Marks.on(), new Vec3(20, 20, 0), new Vec3(26, 24, 0)), frame, Quantity.LENGTH))
                .isEqualTo(10);
    }

    private static String unit(ImageFrame frame, int from, int to) {
        Measured measured = MeasurementCalculator.measure(
                Marks.length(Marks.on(), new Vec3(from, 20, 0), new Vec3(to, 20, 0)), frame);
        Measurement length = measured.of(Quantity.LENGTH).orElseThrow();
        return length.value() + " " + length.ucum() + " " + measured.caveatKeys();
    }

    @Test
    void anAngleWithoutAnArmHasNoValue() {
        Measured measured =
                MeasurementCalculator.measure(Marks.angle(Marks.on(), Vec3.ZERO, Vec3.ZERO, new Vec3(1, 0, 0)), null);
        assertThat(measured.measurements()).isEmpty();
    }

    // [utest->req~annotation.statistics~1]
    @Test
    void statisticsCountPixelCentresAndDivideByNMinusOne() {
        ImagePlane plane = Marks.axial(1, 1);
        FrameGrid grid = FrameGrid.of(Marks.placed(8, 8, plane), Marks.pixels(8, 8, (c, r) -> 10 * c + r));
        // radius 1 about pixel (3, 4): itself and its four neighbours, on the edge
        Measured measured = MeasurementCalculator.measure(
                Marks.ellipse(Marks.in(plane), plane.toPatient(3, 4), new Vec3(1, 0, 0), new Vec3(0, 1, 0)),
                null,
                grid);
        // stored 34, 24, 44, 33, 35: modality 2 x stored - 1000
        assertThat(measured.of(Quantity.COUNT)).contains(new Measurement(Quantity.COUNT, 5, "1"));
        assertThat(measured.of(Quantity.MEAN)).contains(new Measurement(Quantity.MEAN, -932, "[hnsf'U]"));
        assertThat(measured.of(Quantity.MINIMUM)).contains(new Measurement(Quantity.MINIMUM, -952, "[hnsf'U]"));
        assertThat(measured.of(Quantity.MAXIMUM)).contains(new Measurement(Quantity.MAXIMUM, -912, "[hnsf'U]"));
        // deviations 0, -20, 20, -2, 2: squares sum to 808, divided by 4
        assertThat(measured.of(Quantity.STANDARD_DEVIATION).orElseThrow().value())
                .isCloseTo(Math.sqrt(808.0 / 4), within(1e-9));
    }

    @Test
    void paddingAndTheOutsideOfTheImageNeverCount() {
        ImagePlane plane = Marks.axial(1, 1);
        ImageFrame frame = Marks.frame(
                4,
                4,
                new PixelScale.Millimetres(plane.spacing(), PixelScale.Source.PATIENT),
                plane,
                new PixelPadding(-2000, -1999));
        FrameGrid grid = FrameGrid.of(frame, Marks.pixels(4, 4, (c, r) -> c == 0 ? -2000 : 100));
        Measured measured = MeasurementCalculator.measure(
                Marks.ellipse(Marks.in(plane), plane.toPatient(0, 0), new Vec3(9, 0, 0), new Vec3(0, 9, 0)),
                null,
                grid);
        assertThat(measured.of(Quantity.COUNT).orElseThrow().value()).isEqualTo(12);
        assertThat(measured.of(Quantity.MEAN).orElseThrow().value()).isEqualTo(-800);
        Measured nothing = MeasurementCalculator.measure(
                Marks.ellipse(Marks.in(plane), plane.toPatient(0, 1), new Vec3(0.2, 0, 0), new Vec3(0, 0.2, 0)),
                null,
                grid);
        assertThat(nothing.of(Quantity.COUNT).orElseThrow().value()).isZero();
        assertThat(nothing.of(Quantity.MEAN)).isEmpty();
    }

    @Test
    void aReformatThroughASliceGivesTheNumbersOfTheSlice() {
        ImagePlane plane = Marks.axial(0.8, 0.5);
        Marks.Formula formula = (c, r) -> (c * 37 + r * 101) % 900;
        ImageFrame frame = Marks.placed(40, 30, plane);
        FrameGrid slice = FrameGrid.of(frame, Marks.pixels(40, 30, formula));
        Annotation.Ellipse ellipse =
                Marks.ellipse(Marks.in(plane), plane.toPatient(18.3, 14.2), new Vec3(4, 3, 0), new Vec3(-1.8, 2.4, 0));
        Volume volume = volume(plane, 40, 30, formula);
        ReformatGrid reformat =
                ReformatGrid.of(volume, ValueUnit.HOUNSFIELD, ellipse, (Placement.InPatient) ellipse.placement());
        Measured onSlice = MeasurementCalculator.measure(ellipse, null, slice);
        Measured onReformat = MeasurementCalculator.measure(ellipse, null, reformat);
        assertThat(onSlice.of(Quantity.COUNT).orElseThrow().value()).isGreaterThan(80);
        assertThat(onReformat).isEqualTo(onSlice);
    }

    /// Three slices 3 mm apart, the middle one at `plane`.
    private static Volume volume(ImagePlane plane, int columns, int rows, Marks.Formula formula) {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            short[] samples = new short[columns * rows];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (k == 1 ? formula.at(i % columns, i / columns) : 100 * k);
            }
            slices.add(GreySlice.of(columns, rows, samples, 2, -1000));
        }
        AffineMap map = new AffineMap(
                plane.rowDirection().times(plane.spacing().columnMm()),
                plane.columnDirection().times(plane.spacing().rowMm()),
                plane.normal().times(3),
                plane.position().minus(plane.normal().times(3)));
        return new Volume(slices, map, true);
    }

    /// The box around a slanted ellipse is wider than its first axis: every centre inside is found by trying all.
    @Test
    void aSlantedEllipseCountsEveryCentreInside() {
        ImagePlane plane = Marks.axial(0.8, 0.5);
        FrameGrid grid = FrameGrid.of(Marks.placed(80, 60, plane), Marks.pixels(80, 60, (c, r) -> c));
        for (double degrees = 0; degrees < 360; degrees += 30) {
            double angle = Math.toRadians(degrees);
            Vec3 a = new Vec3(Math.cos(angle), Math.sin(angle), 0).times(degrees < 180 ? 11 : 3);
            Vec3 b = new Vec3(-Math.sin(angle), Math.cos(angle), 0).times(degrees < 180 ? 3 : 11);
            Vec3 center = plane.toPatient(40.3, 29.6);
            int inside = 0;
            for (int row = 0; row < 60; row++) {
                for (int column = 0; column < 80; column++) {
                    Vec3 d = plane.toPatient(column, row).minus(center);
                    double u = d.dot(a) / a.dot(a);
                    double v = d.dot(b) / b.dot(b);
                    inside += u * u + v * v <= 1 ? 1 : 0;
                }
            }
            Measured measured = MeasurementCalculator.measure(Marks.ellipse(Marks.in(plane), center, a, b), null, grid);
            assertThat(measured.of(Quantity.COUNT).orElseThrow().value())
                    .as("at %s degrees", degrees)
                    .isEqualTo(inside);
        }
    }

    /// The desk measures on slices, the command line on frames: the same numbers either way.
    @Test
    void aSliceGivesTheNumbersOfItsFrame() throws Exception {
        ImagePlane plane = Marks.axial(1, 0.5);
        ImageFrame frame = Marks.frame(
                40,
                30,
                new PixelScale.Millimetres(plane.spacing(), PixelScale.Source.PATIENT),
                plane,
                new PixelPadding(7, 9));
        StoredPixels pixels = Marks.pixels(40, 30, (c, r) -> (c * 37 + r * 101) % 900 - 300);
        Annotation.Ellipse ellipse =
                Marks.ellipse(Marks.in(plane), plane.toPatient(18.3, 14.2), new Vec3(4, 3, 0), new Vec3(-3, 4, 0));
        Measured onFrame = MeasurementCalculator.measure(ellipse, frame, FrameGrid.of(frame, pixels));
        Measured onSlice = MeasurementCalculator.measure(
                ellipse, frame, new SliceGrid(frame, (GreySlice) SliceDecoder.slice(frame, pixels)));
        assertThat(onFrame.of(Quantity.COUNT).orElseThrow().value()).isGreaterThan(100);
        assertThat(onSlice).isEqualTo(onFrame);
    }

    @Test
    void paddingOfAVolumeCountsInNoReformat() {
        short[] samples = {5, -2000, 15, 25};
        GreySlice slice = GreySlice.of(2, 2, samples, 1, 0, new GreySlice.PaddingRange((short) -2000, (short) -2000));
        Volume volume = new Volume(List.of(slice, slice, slice), AffineMap.IDENTITY, true);
        Vec3 center = new Vec3(0.5, 0.5, 1);
        Placement.InPatient placement =
                new Placement.InPatient(Marks.SERIES, Marks.REFERENCE, center, new Vec3(0, 0, 1), null);
        Annotation.Ellipse ellipse = Marks.ellipse(placement, center, new Vec3(3, 0, 0), new Vec3(0, 3, 0));
        Measured measured = MeasurementCalculator.measure(
                ellipse, null, ReformatGrid.of(volume, ValueUnit.NONE, ellipse, placement));
        assertThat(measured.of(Quantity.COUNT).orElseThrow().value()).isEqualTo(3);
        assertThat(measured.of(Quantity.MEAN).orElseThrow().value()).isEqualTo(15);
    }

    @Test
    void everySourceButThePatientBringsItsCaveat() {
        for (PixelScale.Source source : PixelScale.Source.values()) {
            ImageFrame frame =
                    Marks.frame(8, 8, new PixelScale.Millimetres(new PixelSpacing(1, 1), source), null, null);
            Measured measured =
                    MeasurementCalculator.measure(Marks.length(Marks.on(), Vec3.ZERO, new Vec3(3, 4, 0)), frame);
            assertThat(measured.of(Quantity.LENGTH)).contains(new Measurement(Quantity.LENGTH, 5, "mm"));
            assertThat(measured.caveatKeys())
                    .isEqualTo(source == PixelScale.Source.PATIENT ? List.of() : List.of(source.caveatKey()));
        }
    }

    @Test
    void anObliqueCutOfALinearRampHasTheValueOfItsCentre() {
        // value = 4x + 2y + z by voxel: the mean over any figure symmetric about a point is the value there
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            short[] samples = new short[40 * 40];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (4 * (i % 40) + 2 * (i / 40) + k);
            }
            slices.add(GreySlice.of(40, 40, samples, 1, 0));
        }
        Volume volume = new Volume(
                slices, new AffineMap(new Vec3(0.7, 0, 0), new Vec3(0, 0.7, 0), new Vec3(0, 0, 1.5), Vec3.ZERO), true);
        Vec3 normal = new Vec3(1, 2, 3).unit();
        Vec3 a = normal.cross(new Vec3(0, 0, 1)).unit();
        Vec3 center = new Vec3(13, 14, 29);
        Placement.InPatient placement = new Placement.InPatient(Marks.SERIES, Marks.REFERENCE, center, normal, null);
        Annotation.Ellipse ellipse =
                Marks.ellipse(placement, center, a.times(5), normal.cross(a).times(3));
        Measured measured = MeasurementCalculator.measure(
                ellipse, null, ReformatGrid.of(volume, ValueUnit.NONE, ellipse, placement));
        // symmetric about its centre: as many samples before as behind it, one every 0.7 mm
        assertThat(measured.of(Quantity.COUNT).orElseThrow().value()).isEqualTo(insideOnGrid(5, 3, 0.7));
        Vec3 voxel = volume.worldToVoxel().apply(center);
        assertThat(measured.of(Quantity.MEAN).orElseThrow().value())
                .isCloseTo(4 * voxel.x() + 2 * voxel.y() + voxel.z(), within(1e-9));
        assertThat(measured.of(Quantity.AREA).orElseThrow().value()).isCloseTo(Math.PI * 15, within(1e-9));
    }

    private static int insideOnGrid(double a, double b, double step) {
        int inside = 0;
        for (int i = -20; i <= 20; i++) {
            for (int j = -20; j <= 20; j++) {
                inside += Math.pow(i * step / a, 2) + Math.pow(j * step / b, 2) <= 1 ? 1 : 0;
            }
        }
        return inside;
    }

    private static double value(
            Annotation annotation, @org.jspecify.annotations.Nullable ImageFrame frame, Quantity q) {
        return Objects.requireNonNull(
                        MeasurementCalculator.measure(annotation, frame).of(q).orElseThrow())
                .value();
    }
}
