package org.readingroom.plugin.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.OvalRoi;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.plugin.EllipseRegion;
import org.readingroom.plugin.RoiStatistics;
import org.readingroom.plugin.Slice;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.SliceGrid;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.volume.GreySlice;

/// The workstation's numbers of an ellipse beside those of ImageJ, on the same pixels.
///
/// Where the two mean the same they must give the same. They differ in these points, each held here:
/// - **Where a pixel is.** DICOM and the workstation count from pixel centres, ImageJ from pixel corners: our
///   (x, y) is ImageJ's (x + 0.5, y + 0.5).
/// - **Which pixels count.** Ours are those whose centre lies inside or on the line. ImageJ's oval selection takes
///   those whose centre lies inside; on the line it takes some and leaves others.
/// - **Area.** Ours is that of the ellipse itself, pi a b. ImageJ's is the number of its pixels times their size.
/// - **Standard deviation.** Both divide by n - 1.
class RoiAgreementTest {
    private static final int ROWS = 120;
    private static final int COLUMNS = 160;
    private static final PixelSpacing SPACING = new PixelSpacing(0.7, 0.5);
    private static final FrameRef FRAME = new FrameRef(new SopInstanceUid("2.25.7"), 0);

    /// Noise over a slope, in the range of a CT.
    private static final GreySlice SLICE = noise(20261125);

    private static GreySlice noise(long seed) {
        Random random = new Random(seed);
        short[] samples = new short[ROWS * COLUMNS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i % COLUMNS * 5 + i / COLUMNS * 3 + random.nextGaussian() * 200);
        }
        return GreySlice.of(COLUMNS, ROWS, samples, 1, -1024);
    }

    private static float[] hounsfield() {
        float[] values = new float[SLICE.samples().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = SLICE.samples()[i] - 1024;
        }
        return values;
    }

    /// Ours, of an ellipse in pixels with its axes along rows and columns.
    private static Measured ours(double x, double y, double halfWidth, double halfHeight) {
        return ours(x, y, new Vec3(halfWidth, 0, 0), new Vec3(0, halfHeight, 0));
    }

    private static Measured ours(double x, double y, Vec3 halfAxisA, Vec3 halfAxisB) {
        ImageFrame frame = new ImageFrame(
                FRAME,
                new PixelFormat(ROWS, COLUMNS, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                null,
                null,
                new PixelScale.Millimetres(SPACING, PixelScale.Source.PATIENT),
                new ModalityLut.Linear(1, -1024, ValueUnit.HOUNSFIELD),
                List.of(),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE);
        Annotation.Ellipse ellipse = new Annotation.Ellipse(
                AnnotationId.random(),
                new Placement.OnFrame(new SeriesUid("2.25.8"), FRAME),
                new Vec3(x, y, 0),
                halfAxisA,
                halfAxisB,
                "");
        return MeasurementCalculator.measure(ellipse, frame, new SliceGrid(frame, SLICE));
    }

    /// ImageJ's own oval selection and statistics, calibrated in millimetres.
    private static ImageStatistics imageJ(int left, int top, int width, int height) {
        ImageProcessor processor = new FloatProcessor(COLUMNS, ROWS, hounsfield());
        OvalRoi oval = new OvalRoi(left, top, width, height);
        processor.setRoi(oval);
        Calibration millimetres = new Calibration();
        millimetres.pixelWidth = SPACING.columnMm();
        millimetres.pixelHeight = SPACING.rowMm();
        return ImageStatistics.getStatistics(
                processor,
                Measurements.AREA | Measurements.MEAN | Measurements.STD_DEV | Measurements.MIN_MAX,
                millimetres);
    }

    private static double of(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow().value();
    }

    // [utest->req~plugin.imagej~1]
    // [utest->req~annotation.statistics~1]
    @Test
    void theSamePixelsGiveTheSameNumbers() {
        int[][] ovals = {{20, 10, 31, 31}, {41, 33, 57, 23}, {5, 60, 17, 49}, {100, 5, 9, 7}, {60, 40, 75, 75}};
        for (int[] oval : ovals) {
            ImageStatistics theirs = imageJ(oval[0], oval[1], oval[2], oval[3]);
            // corners to centres: half a pixel
            Measured ours =
                    ours(oval[0] + oval[2] / 2.0 - 0.5, oval[1] + oval[3] / 2.0 - 0.5, oval[2] / 2.0, oval[3] / 2.0);
            String where = java.util.Arrays.toString(oval);
            assertEquals(theirs.pixelCount, of(ours, Quantity.COUNT), where);
            assertEquals(theirs.mean, of(ours, Quantity.MEAN), 1e-9 * 1024, where);
            assertEquals(theirs.stdDev, of(ours, Quantity.STANDARD_DEVIATION), 1e-6, where);
            assertEquals(theirs.min, of(ours, Quantity.MINIMUM), where);
            assertEquals(theirs.max, of(ours, Quantity.MAXIMUM), where);
        }
    }

    // [utest->req~annotation.statistics~1]
    @Test
    void ourAreaIsThatOfTheEllipseAndTheirsThatOfItsPixels() {
        double pixel = SPACING.rowMm() * SPACING.columnMm();
        ImageStatistics theirs = imageJ(41, 33, 57, 23);
        Measured ours = ours(69, 44, 28.5, 11.5);
        assertEquals(Math.PI * 28.5 * 11.5 * pixel, of(ours, Quantity.AREA), 1e-9);
        assertEquals(of(ours, Quantity.COUNT) * pixel, theirs.area, 1e-9);
        // Each of the pixels along the outline is off by at most one half; the sum is far smaller.
        double outline = Math.PI * (28.5 + 11.5);
        assertTrue(Math.abs(theirs.area - of(ours, Quantity.AREA)) < outline / 4 * pixel);
    }

    /// What the plug-in offers counts pixels by the workstation's rule, whatever the turn.
    @Test
    void thePluginsStatisticsAreOursAtEveryTurn() {
        Slice slice = new Slice(ROWS, COLUMNS, hounsfield(), SPACING.rowMm(), SPACING.columnMm());
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            double x = 30 + 100 * random.nextDouble();
            double y = 30 + 60 * random.nextDouble();
            double a = 3 + 20 * random.nextDouble();
            double b = 3 + 20 * random.nextDouble();
            double degrees = 360 * random.nextDouble();
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            RoiStatistics theirs = new EllipseStatistics().statistics(slice, new EllipseRegion(x, y, a, b, degrees));
            Measured ours = ours(x, y, new Vec3(a * cos, a * sin, 0), new Vec3(-b * sin, b * cos, 0));
            assertEquals(theirs.count(), of(ours, Quantity.COUNT));
            assertEquals(theirs.mean(), of(ours, Quantity.MEAN), 1e-6);
            assertEquals(theirs.standardDeviation(), of(ours, Quantity.STANDARD_DEVIATION), 1e-6);
            assertEquals(theirs.minimum(), of(ours, Quantity.MINIMUM));
            assertEquals(theirs.maximum(), of(ours, Quantity.MAXIMUM));
        }
    }
}
