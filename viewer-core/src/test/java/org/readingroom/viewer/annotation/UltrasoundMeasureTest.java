package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.phantom.CarotidSpectrumPhantom;

/// Marks on ultrasound frames, read from their headers: the numbers are those of the file's deltas, by arithmetic.
// [utest->req~annotation.ultrasound~1]
class UltrasoundMeasureTest {
    private static final int CM = 3;
    private static final int SECONDS = 4;
    private static final int HERTZ = 5;
    private static final int CM_PER_SECOND = 7;

    /// One item of the sequence, as a file has it.
    private record Item(int left, int top, int right, int bottom, int format) {
        DataSetBuilder builder(int unitsX, double deltaX, int unitsY, double deltaY) {
            return DataSetBuilder.create()
                    .integers(Tag.REGION_SPATIAL_FORMAT, Vr.US, format)
                    .integers(Tag.REGION_LOCATION_MIN_X0, Vr.UL, left)
                    .integers(Tag.REGION_LOCATION_MIN_Y0, Vr.UL, top)
                    .integers(Tag.REGION_LOCATION_MAX_X1, Vr.UL, right)
                    .integers(Tag.REGION_LOCATION_MAX_Y1, Vr.UL, bottom)
                    .integers(Tag.PHYSICAL_UNITS_X_DIRECTION, Vr.US, unitsX)
                    .integers(Tag.PHYSICAL_UNITS_Y_DIRECTION, Vr.US, unitsY)
                    .decimals(Tag.PHYSICAL_DELTA_X, Vr.FD, deltaX)
                    .decimals(Tag.PHYSICAL_DELTA_Y, Vr.FD, deltaY);
        }
    }

    private static ImageFrame frame(DataSetBuilder... regions) {
        List<DataSet> items = Stream.of(regions).map(DataSetBuilder::build).toList();
        return FrameDescriber.frames(ImageHeader.of(DataSetBuilder.create()
                                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.6.1")
                                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.4")
                                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                                .text(Tag.MODALITY, Vr.CS, "US")
                                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                                .integers(Tag.ROWS, Vr.US, 480)
                                .integers(Tag.COLUMNS, Vr.US, 640)
                                .integers(Tag.BITS_ALLOCATED, Vr.US, 8)
                                .integers(Tag.BITS_STORED, Vr.US, 8)
                                .integers(Tag.HIGH_BIT, Vr.US, 7)
                                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                                .sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, items)
                                .build())
                        .orElseThrow())
                .getFirst();
    }

    private static Measured line(ImageFrame frame, double x1, double y1, double x2, double y2) {
        return MeasurementCalculator.measure(Marks.length(Marks.on(), new Vec3(x1, y1, 0), new Vec3(x2, y2, 0)), frame);
    }

    private static Measured probe(ImageFrame frame, double x, double y) {
        return MeasurementCalculator.measure(
                FiguresTest.figure(FigureKind.PROBE, Marks.on(), new Vec3(x, y, 0)), frame);
    }

    private static Measurement number(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow();
    }

    @Test
    void tissueIsInMillimetresAndASpectrumInVelocityOverTime() {
        ImageFrame frame = FrameDescriber.frames(
                        ImageHeader.of(new CarotidSpectrumPhantom().instance(0).dataSet())
                                .orElseThrow())
                .getFirst();
        // 30 columns and 40 rows of 0.15 mm
        Measured tissue = line(frame, 100, 100, 130, 140);
        assertThat(tissue.measurements()).hasSize(1);
        assertThat(number(tissue, Quantity.LENGTH).value()).isCloseTo(7.5, within(1e-9));
        assertThat(tissue.caveatKeys()).isEmpty();
        // 160 columns of 5 ms; from 20 to 90 rows over the baseline, of 0.8 cm/s
        Measured spectrum = line(frame, 100, 380, 260, 310);
        assertThat(number(spectrum, Quantity.DURATION).value()).isCloseTo(800, within(1e-9));
        assertThat(number(spectrum, Quantity.DURATION).ucum()).isEqualTo("ms");
        assertThat(number(spectrum, Quantity.VELOCITY_CHANGE).value()).isCloseTo(56, within(1e-9));
        assertThat(spectrum.of(Quantity.LENGTH)).isEmpty();
        Measurement velocity = number(probe(frame, 260, 310), Quantity.VELOCITY);
        assertThat(velocity.value()).isCloseTo(72, within(1e-9));
        assertThat(velocity.ucum()).isEqualTo("cm/s");
        assertThat(number(probe(frame, 260, 420), Quantity.VELOCITY).value())
                .as("below the baseline blood flows away")
                .isCloseTo(-16, within(1e-9));
    }

    @Test
    void acrossTwoRegionsThereIsNoLengthInMillimetresNorATime() {
        ImageFrame frame = FrameDescriber.frames(
                        ImageHeader.of(new CarotidSpectrumPhantom().instance(0).dataSet())
                                .orElseThrow())
                .getFirst();
        Measured across = line(frame, 100, 200, 100, 300);
        assertThat(across.measurements()).containsExactly(new Measurement(Quantity.LENGTH, 100, Measurement.PIXELS));
        assertThat(across.caveatKeys()).containsExactly("viewer.scale.outside-region");
        // a circle whose handles lie in the region but whose rim leaves it
        Measured rim = MeasurementCalculator.measure(
                FiguresTest.figure(
                        FigureKind.CIRCLE,
                        Marks.on(),
                        new Vec3(300, 221, 0),
                        new Vec3(308, 227, 0),
                        new Vec3(294, 229, 0)),
                frame);
        assertThat(number(rim, Quantity.AREA).ucum()).isEqualTo(Measurement.SQUARE_PIXELS);
    }

    @Test
    void shapesHaveNoMeaningOverTime() {
        ImageFrame frame = frame(new Item(0, 0, 639, 479, 3).builder(SECONDS, 0.01, CM_PER_SECOND, -1));
        for (Annotation shape : List.of(
                Marks.angle(Marks.on(), new Vec3(10, 10, 0), new Vec3(20, 20, 0), new Vec3(30, 10, 0)),
                Marks.ellipse(Marks.on(), new Vec3(50, 50, 0), new Vec3(9, 0, 0), new Vec3(0, 5, 0)),
                FiguresTest.figure(FigureKind.POLYLINE, Marks.on(), new Vec3(1, 1, 0), new Vec3(5, 5, 0)))) {
            Measured measured = MeasurementCalculator.measure(shape, frame);
            assertThat(measured.measurements()).isEmpty();
            assertThat(measured.caveatKeys()).containsExactly("viewer.region.no-shape");
        }
    }

    @Test
    void theReferencePixelIsCountedFromTheRegionAndMayLieOutsideIt() {
        ImageFrame frame = frame(new Item(100, 200, 639, 479, 3)
                .builder(SECONDS, 0.01, CM_PER_SECOND, -2)
                .integers(Tag.REFERENCE_PIXEL_Y0, Vr.SL, -60)
                .decimals(Tag.REF_PIXEL_PHYSICAL_VALUE_Y, Vr.FD, 5));
        // row 140 is 5 cm/s, row 240 is 100 rows further down
        assertThat(number(probe(frame, 300, 240), Quantity.VELOCITY).value()).isCloseTo(5 - 200, within(1e-9));
    }

    @Test
    void withoutABaselineAVelocityIsNotTold() {
        ImageFrame frame = frame(new Item(0, 0, 639, 479, 3).builder(SECONDS, 0.01, CM_PER_SECOND, -2));
        assertThat(probe(frame, 300, 240).measurements()).isEmpty();
        assertThat(probe(frame, 300, 240).caveatKeys()).containsExactly("viewer.region.no-baseline");
        assertThat(number(line(frame, 10, 100, 10, 90), Quantity.VELOCITY_CHANGE)
                        .value())
                .isCloseTo(20, within(1e-9));
    }

    @Test
    void aShiftIsInHertzAndAnMModeInMillimetresOverTime() {
        ImageFrame shift = frame(new Item(0, 0, 639, 479, 3)
                .builder(SECONDS, 0.01, HERTZ, -25)
                .integers(Tag.REFERENCE_PIXEL_Y0, Vr.SL, 240));
        assertThat(probe(shift, 10, 200).measurements())
                .containsExactly(new Measurement(Quantity.FREQUENCY, 1000, "Hz"));
        ImageFrame depth = frame(new Item(0, 0, 639, 479, 2).builder(SECONDS, 0.002, CM, 0.03));
        Measured line = line(depth, 100, 50, 150, 90);
        assertThat(number(line, Quantity.DURATION).value()).isCloseTo(100, within(1e-9));
        assertThat(number(line, Quantity.DEPTH_CHANGE).value()).isCloseTo(12, within(1e-9));
        assertThat(number(line, Quantity.DEPTH_CHANGE).ucum()).isEqualTo("mm");
        assertThat(probe(depth, 100, 50).caveatKeys()).containsExactly("viewer.region.no-value");
    }

    @Test
    void unknownUnitsAreRefused() {
        for (int unit : new int[] {0, 1, 2, 8, 12}) {
            ImageFrame frame = frame(new Item(0, 0, 639, 479, 1).builder(unit, 0.01, unit, 0.01));
            Measured line = line(frame, 100, 50, 150, 90);
            assertThat(line.measurements()).as("unit %s", unit).isEmpty();
            assertThat(line.caveatKeys()).containsExactly("viewer.region.unknown-units");
        }
    }

    @Test
    void whereRegionsLieOverEachOtherTheOneOfHighPriorityCounts() {
        DataSetBuilder tissue = new Item(0, 0, 639, 479, 1).builder(CM, 0.02, CM, 0.02);
        DataSetBuilder inset = new Item(400, 300, 600, 450, 1).builder(CM, 0.05, CM, 0.05);
        ImageFrame ranked = frame(tissue.integers(Tag.REGION_FLAGS, Vr.UL, 1), inset);
        assertThat(number(line(ranked, 450, 350, 460, 350), Quantity.LENGTH).value())
                .isCloseTo(5, within(1e-9));
        assertThat(number(line(ranked, 50, 50, 60, 50), Quantity.LENGTH).value())
                .isCloseTo(2, within(1e-9));
        ImageFrame equal = frame(
                new Item(0, 0, 639, 479, 1).builder(CM, 0.02, CM, 0.02),
                new Item(400, 300, 600, 450, 1).builder(CM, 0.05, CM, 0.05));
        assertThat(number(line(equal, 450, 350, 460, 350), Quantity.LENGTH).ucum())
                .as("nobody says whose pixels these are")
                .isEqualTo(Measurement.PIXELS);
    }

    /// The usual colour Doppler: a box of flow over tissue, of the same scale, its reference pixel told from its own
    /// corner.
    @Test
    void aBoxOfColourFlowWithinTissueDoesNotCutItsLines() {
        DataSetBuilder tissue = new Item(0, 0, 639, 479, 1)
                .builder(CM, 0.02, CM, 0.02)
                .integers(Tag.REFERENCE_PIXEL_X0, Vr.SL, 320)
                .integers(Tag.REFERENCE_PIXEL_Y0, Vr.SL, 0);
        DataSetBuilder flow = new Item(200, 100, 400, 300, 1)
                .builder(CM, 0.02, CM, 0.020000001)
                .integers(Tag.REFERENCE_PIXEL_X0, Vr.SL, 121)
                .integers(Tag.REFERENCE_PIXEL_Y0, Vr.SL, -100);
        for (int flags : new int[] {0, 1}) {
            ImageFrame frame = frame(tissue.integers(Tag.REGION_FLAGS, Vr.UL, flags), flow);
            Measurement across = number(line(frame, 150, 200, 250, 200), Quantity.LENGTH);
            assertThat(across.ucum()).as("flags %s", flags).isEqualTo("mm");
            assertThat(across.value()).isCloseTo(20, within(1e-9));
            assertThat(number(line(frame, 250, 200, 350, 200), Quantity.LENGTH).ucum())
                    .isEqualTo("mm");
        }
    }

    @Test
    void betweenTwoPicturesSideBySideThereIsNoDistanceThoughTheirScaleIsOne() {
        ImageFrame frame = frame(
                new Item(0, 0, 319, 479, 1).builder(CM, 0.02, CM, 0.02),
                new Item(320, 0, 639, 479, 1).builder(CM, 0.02, CM, 0.02));
        assertThat(number(line(frame, 300, 200, 340, 200), Quantity.LENGTH).ucum())
                .isEqualTo(Measurement.PIXELS);
        assertThat(number(line(frame, 200, 200, 300, 200), Quantity.LENGTH).ucum())
                .isEqualTo("mm");
    }

    @Test
    void aSweepingDisplaySaysThatTimeJumps() {
        ImageFrame frame = frame(new Item(0, 0, 639, 479, 3)
                .builder(SECONDS, 0.01, CM_PER_SECOND, -2)
                .integers(Tag.REGION_FLAGS, Vr.UL, 2 << 3));
        assertThat(line(frame, 10, 100, 60, 90).caveatKeys()).containsExactly("viewer.region.sweeping");
    }
}
