package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.PixelSpacing;

class FrameDescriberTest {
    // [utest->req~display.modality-lut~1]
    @Test
    void valuesAreHounsfieldOnlyWhereTheFileSaysSo() {
        DataSetBuilder ct =
                Headers.slice(1, 0).decimals(Tag.RESCALE_SLOPE, Vr.DS, 1).decimals(Tag.RESCALE_INTERCEPT, Vr.DS, -1024);
        assertThat(unit(ct)).isEqualTo(ValueUnit.HOUNSFIELD);
        assertThat(unit(ct.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER")))
                .isEqualTo(ValueUnit.NONE);
        assertThat(unit(Headers.slice(1, 0))).as("no rescale").isEqualTo(ValueUnit.NONE);
        assertThat(unit(Headers.slice(1, 0)
                        .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                        .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)
                        .text(Tag.RESCALE_TYPE, Vr.LO, "US")))
                .isEqualTo(ValueUnit.NONE);
        assertThat(unit(Headers.image(Headers.SC, "CT", 1)
                        .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                        .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 0)))
                .as("secondary capture")
                .isEqualTo(ValueUnit.NONE);
    }

    @Test
    void aSlopeOfZeroLeavesStoredValues() {
        ImageFrame frame = Headers.frame(
                Headers.slice(1, 0).decimals(Tag.RESCALE_SLOPE, Vr.DS, 0).decimals(Tag.RESCALE_INTERCEPT, Vr.DS, 5));
        assertThat(frame.modalityLut()).isEqualTo(ModalityLut.Linear.IDENTITY);
    }

    @Test
    void monochrome1AndInverseTogetherAreOneInversion() {
        assertThat(inverse("MONOCHROME1", "INVERSE")).isTrue();
        assertThat(inverse("MONOCHROME1", "")).isTrue();
        assertThat(inverse("MONOCHROME2", "INVERSE")).isTrue();
        assertThat(inverse("MONOCHROME2", "IDENTITY")).isFalse();
    }

    @Test
    void paddingWrittenUnsignedIsReadAsTheSignedValueItStandsFor() {
        ImageFrame frame = Headers.frame(Headers.slice(1, 0).integers(Tag.PIXEL_PADDING_VALUE, Vr.US, 63536));
        assertThat(frame.padding()).isEqualTo(new PixelPadding(-2000, -2000));
        ImageFrame range = Headers.frame(Headers.slice(1, 0)
                .integers(Tag.PIXEL_PADDING_VALUE, Vr.SS, -100)
                .integers(Tag.PIXEL_PADDING_RANGE_LIMIT, Vr.SS, -2000));
        assertThat(range.padding()).isEqualTo(new PixelPadding(-2000, -100));
    }

    // [utest->req~display.pixel-scale~1]
    @Test
    void projectionSpacingIsTakenFromTheBestSource() {
        assertThat(scale(dx(0.2, 0.15, "FIDUCIAL"))).isEqualTo(mm(0.15, PixelScale.Source.CALIBRATED_FIDUCIAL));
        assertThat(scale(dx(0.2, 0.15, "GEOMETRY"))).isEqualTo(mm(0.15, PixelScale.Source.CALIBRATED_GEOMETRY));
        assertThat(scale(dx(0.2, 0.15, ""))).isEqualTo(mm(0.15, PixelScale.Source.CALIBRATED_UNSTATED));
        assertThat(scale(dx(0.2, 0.2, ""))).isEqualTo(mm(0.2, PixelScale.Source.IMAGER));
        assertThat(scale(dx(0, 0.2, ""))).isEqualTo(mm(0.2, PixelScale.Source.UNVERIFIED));
        assertThat(scale(dx(0.3, 0, "").decimals(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, Vr.DS, 1.5)))
                .isEqualTo(mm(0.3 / 1.5, PixelScale.Source.IMAGER_MAGNIFICATION_CORRECTED));
        assertThat(scale(dx(0.3, 0, "").decimals(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, Vr.DS, 0.5)))
                .as("an impossible factor is not used")
                .isEqualTo(mm(0.3, PixelScale.Source.IMAGER));
        assertThat(scale(Headers.image(Headers.SC, "OT", 1)
                        .decimals(Tag.NOMINAL_SCANNED_PIXEL_SPACING, Vr.DS, 0.1, 0.1)))
                .isEqualTo(mm(0.1, PixelScale.Source.NOMINAL_SCANNED));
        assertThat(scale(dx(0, 0, ""))).isEqualTo(PixelScale.None.SQUARE);
    }

    @Test
    void senselessSpacingIsNone() {
        for (double[] spacing :
                List.of(new double[] {0, 0.5}, new double[] {-1, 1}, new double[] {0.5}, new double[] {1e9, 1e9})) {
            assertThat(scale(Headers.image(Headers.CT, "CT", 1).decimals(Tag.PIXEL_SPACING, Vr.DS, spacing)))
                    .isEqualTo(PixelScale.None.SQUARE);
        }
    }

    @Test
    void crookedOrientationLeavesTheFrameWithoutAPlane() {
        assertThat(Headers.frame(Headers.slice(1, 0)).hasGeometry()).isTrue();
        assertThat(Headers.frame(Headers.slice(1, 0).decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 1, 0, 0, 1, 0, 0))
                        .plane())
                .isNull();
        assertThat(Headers.frame(Headers.slice(1, 0).decimals(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, 0, 0, 0, 0, 0, 0))
                        .plane())
                .isNull();
    }

    @Test
    void onePlaneForManyFramesPlacesNone() {
        List<ImageFrame> frames =
                FrameDescriber.frames(Headers.header(Headers.slice(1, 0).text(Tag.NUMBER_OF_FRAMES, Vr.IS, "3")));
        assertThat(frames)
                .hasSize(3)
                .allSatisfy(frame -> assertThat(frame.plane()).isNull());
    }

    // [utest->req~display.voi~1]
    @Test
    void everyWindowKeepsItsExplanationAndFunction() {
        ImageFrame frame = Headers.frame(Headers.slice(1, 0)
                .decimals(Tag.WINDOW_CENTER, Vr.DS, 40, -600, 10)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 400, 1500, 0)
                .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, Vr.LO, "WINDOW1", "LUNG")
                .text(Tag.VOILUT_FUNCTION, Vr.CS, "SIGMOID"));
        assertThat(frame.vois())
                .containsExactly(
                        new Voi.Window(40, 400, Voi.Function.SIGMOID, "WINDOW1"),
                        new Voi.Window(-600, 1500, Voi.Function.SIGMOID, "LUNG"));
    }

    @Test
    void linearWindowFollowsTheFormulaOfTheStandard() {
        // PS3.3 C.11.2.1.2.1 example: c=2048, w=4096 becomes (x - 2047.5) / 4095 + 0.5
        Voi window = Voi.Window.linear(2048, 4096);
        for (double x : new double[] {0, 1, 1000, 2047.5, 4094, 4095}) {
            assertThat(window.toGrey(x)).isCloseTo((x - 2047.5) / 4095 + 0.5, within(1e-12));
        }
        assertThat(window.toGrey(-5)).isZero();
        assertThat(window.toGrey(5000)).isEqualTo(1);
        assertThat(Voi.Window.linear(100, 1).toGrey(99.5)).isZero();
        assertThat(Voi.Window.linear(100, 1).toGrey(99.6)).isEqualTo(1);
        assertThat(new Voi.Window(10, 4, Voi.Function.LINEAR_EXACT, "").toGrey(11))
                .isEqualTo(0.75);
        assertThat(new Voi.Window(0, 4, Voi.Function.SIGMOID, "").toGrey(1))
                .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-15));
    }

    /// A million copies of tens of thousands of empty segments: nothing comes of them, and soon.
    // [utest->req~display.palette-color~1]
    @Test
    void aPaletteOfCopiesOfNothingEnds() {
        int[] words = new int[1 << 22];
        for (int at = 1 << 17; at < words.length; at += 4) {
            words[at] = 2;
            words[at + 1] = 0xFFFF;
        }
        int[] leading = words.clone();
        System.arraycopy(new int[] {2, 0xFFFF, 0, 2}, 0, leading, 0, 4);
        for (int[] data : List.of(words, leading)) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThat(new SegmentedPalette(data, 2, 256).expand())
                            .isEmpty());
        }
    }

    @Test
    void segmentedPaletteExpandsRunsLinesAndCopies() {
        // a run 0,10; a line of 3 to 40; a copy of the first two segments (offset 0)
        int[] words = {0, 2, 0, 10, 1, 3, 40, 2, 2, 0, 0};
        assertThat(new SegmentedPalette(words, 2, 10).expand()).containsExactly(0, 10, 20, 30, 40, 0, 10, 20, 30, 40);
        assertThat(new SegmentedPalette(new int[] {0, 60000, 1}, 2, 4).expand())
                .as("broken data ends early")
                .hasSize(1);
        assertThat(new SegmentedPalette(new int[] {2, 1, 0, 0}, 2, 4).expand())
                .as("a copy of itself ends")
                .isEmpty();
    }

    private static ValueUnit unit(DataSetBuilder builder) {
        return Headers.frame(builder).modalityLut().unit();
    }

    private static boolean inverse(String photometric, String shape) {
        DataSetBuilder builder =
                Headers.image(Headers.DX, "DX", 1).text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric);
        return Headers.frame(shape.isEmpty() ? builder : builder.text(Tag.PRESENTATION_LUT_SHAPE, Vr.CS, shape))
                .inverse();
    }

    private static DataSetBuilder dx(double imager, double pixel, String calibration) {
        DataSetBuilder builder = Headers.image(Headers.DX, "DX", 1);
        if (imager > 0) {
            builder = builder.decimals(Tag.IMAGER_PIXEL_SPACING, Vr.DS, imager, imager);
        }
        if (pixel > 0) {
            builder = builder.decimals(Tag.PIXEL_SPACING, Vr.DS, pixel, pixel);
        }
        return calibration.isEmpty() ? builder : builder.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE, Vr.CS, calibration);
    }

    private static PixelScale scale(DataSetBuilder builder) {
        return Headers.frame(builder).scale();
    }

    private static PixelScale mm(double spacing, PixelScale.Source source) {
        return new PixelScale.Millimetres(new PixelSpacing(spacing, spacing), source);
    }
}
