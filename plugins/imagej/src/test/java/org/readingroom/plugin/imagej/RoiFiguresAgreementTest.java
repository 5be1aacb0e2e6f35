package org.readingroom.plugin.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.SliceGrid;
import org.readingroom.viewer.annotation.ValueHistogram;
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

/// The workstation's numbers of rectangles, polygons and freehand areas beside those of ImageJ, on the same pixels.
///
/// What differs, each held here:
/// - **Where a pixel is.** Our (x, y), counted from pixel centres, is ImageJ's (x + 0.5, y + 0.5).
/// - **Centres on the outline.** Ours all count. ImageJ counts those on left and upper edges and leaves the others.
/// - **Area.** Ours is that of the shape itself; ImageJ's is the number of its pixels times their size.
class RoiFiguresAgreementTest {
    private static final int ROWS = 120;
    private static final int COLUMNS = 160;
    private static final PixelSpacing SPACING = new PixelSpacing(0.7, 0.5);
    private static final double PIXEL = SPACING.rowMm() * SPACING.columnMm();
    private static final FrameRef FRAME = new FrameRef(new SopInstanceUid("2.25.7"), 0);
    private static final GreySlice SLICE = noise(20261129);

    private static GreySlice noise(long seed) {
        Random random = new Random(seed);
        short[] samples = new short[ROWS * COLUMNS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i % COLUMNS * 5 + i / COLUMNS * 3 + random.nextGaussian() * 200);
        }
        return GreySlice.of(COLUMNS, ROWS, samples, 1, -1024);
    }

    private static Measured ours(FigureKind kind, List<double[]> points) {
        return MeasurementCalculator.measure(figure(kind, points), frame(), grid());
    }

    private static SliceGrid grid() {
        return new SliceGrid(frame(), SLICE);
    }

    private static ImageFrame frame() {
        return new ImageFrame(
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
    }

    private static Annotation.Figure figure(FigureKind kind, List<double[]> points) {
        return new Annotation.Figure(
                AnnotationId.random(),
                new Placement.OnFrame(new SeriesUid("2.25.8"), FRAME),
                kind,
                points.stream().map(p -> new Vec3(p[0], p[1], 0)).toList(),
                "");
    }

    private static ImageProcessor processor() {
        float[] values = new float[SLICE.samples().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = SLICE.samples()[i] - 1024;
        }
        return new FloatProcessor(COLUMNS, ROWS, values);
    }

    private static ImageStatistics imageJ(Roi roi) {
        ImageProcessor processor = processor();
        processor.setRoi(roi);
        Calibration millimetres = new Calibration();
        millimetres.pixelWidth = SPACING.columnMm();
        millimetres.pixelHeight = SPACING.rowMm();
        return ImageStatistics.getStatistics(
                processor,
                Measurements.AREA | Measurements.MEAN | Measurements.STD_DEV | Measurements.MIN_MAX,
                millimetres);
    }

    /// The same points, told from pixel corners.
    private static PolygonRoi roi(List<double[]> points, int type) {
        float[] xs = new float[points.size()];
        float[] ys = new float[points.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = (float) (points.get(i)[0] + 0.5);
            ys[i] = (float) (points.get(i)[1] + 0.5);
        }
        return new PolygonRoi(xs, ys, type);
    }

    private static double of(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow().value();
    }

    private static void assertSame(ImageStatistics theirs, Measured ours, String where) {
        assertEquals(theirs.pixelCount, of(ours, Quantity.COUNT), where);
        assertEquals(theirs.mean, of(ours, Quantity.MEAN), 1e-6, where);
        assertEquals(theirs.stdDev, of(ours, Quantity.STANDARD_DEVIATION), 1e-6, where);
        assertEquals(theirs.min, of(ours, Quantity.MINIMUM), where);
        assertEquals(theirs.max, of(ours, Quantity.MAXIMUM), where);
    }

    // [utest->req~annotation.statistics~1]
    @Test
    void aRectangleOfWholePixelsIsTheSameInEverything() {
        for (int[] r : new int[][] {{20, 10, 31, 31}, {41, 33, 57, 23}, {0, 0, 160, 120}, {7, 9, 1, 5}}) {
            double left = r[0] - 0.5;
            double top = r[1] - 0.5;
            Measured ours = ours(
                    FigureKind.RECTANGLE,
                    List.of(
                            new double[] {left, top},
                            new double[] {left + r[2], top},
                            new double[] {left + r[2], top + r[3]},
                            new double[] {left, top + r[3]}));
            ImageStatistics theirs = imageJ(new Roi(r[0], r[1], r[2], r[3]));
            assertSame(theirs, ours, java.util.Arrays.toString(r));
            assertEquals(theirs.area, of(ours, Quantity.AREA), 1e-9);
        }
    }

    /// Corners anywhere between pixel centres: no centre lies on an outline.
    // [utest->req~annotation.statistics~1]
    @Test
    void aPolygonOfAnyCornersCountsTheSamePixels() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            List<double[]> points = around(random, 3 + random.nextInt(9), 45);
            Measured ours = ours(FigureKind.POLYGON, points);
            ImageStatistics theirs = imageJ(roi(points, Roi.POLYGON));
            assertSame(theirs, ours, "polygon " + round);
            assertEquals(theirs.pixelCount * PIXEL, theirs.area, 1e-9);
            double rim = of(ours, Quantity.PERIMETER) * SPACING.rowMm();
            assertTrue(Math.abs(theirs.area - of(ours, Quantity.AREA)) < rim / 2, "areas differ by less than the rim");
        }
    }

    // [utest->req~annotation.statistics~1]
    @Test
    void aFreehandAreaCountsTheSamePixels() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            List<double[]> points = around(random, 150, 12);
            Measured ours = ours(FigureKind.FREEHAND, points);
            assertSame(imageJ(roi(points, Roi.FREEROI)), ours, "freehand " + round);
        }
    }

    // [utest->req~annotation.statistics~1]
    @Test
    void theMedianOfAnOddNumberIsTheirs() {
        Random random = new Random(6);
        int odd = 0;
        for (int round = 0; round < 40; round++) {
            List<double[]> points = around(random, 7, 45);
            ValueHistogram ours = ValueHistogram.of(figure(FigureKind.POLYGON, points), grid())
                    .orElseThrow();
            ImageProcessor processor = processor();
            processor.setRoi(roi(points, Roi.POLYGON));
            ImageStatistics theirs =
                    ImageStatistics.getStatistics(processor, Measurements.MEDIAN | Measurements.MEAN, null);
            assertEquals(theirs.pixelCount, ours.count());
            if (ours.count() % 2 == 1) {
                odd++;
                assertEquals(theirs.median, ours.median(), "polygon " + round);
            }
        }
        assertTrue(odd > 10);
    }

    /// Where whole edges run through pixel centres, we count those and ImageJ only some.
    @Test
    void centresOnTheOutlineAllCountHereAndPartlyThere() {
        List<double[]> square =
                List.of(new double[] {10, 10}, new double[] {20, 10}, new double[] {20, 20}, new double[] {10, 20});
        assertEquals(121, of(ours(FigureKind.POLYGON, square), Quantity.COUNT));
        assertEquals(100, imageJ(roi(square, Roi.POLYGON)).pixelCount);
    }

    private static List<double[]> around(Random random, int corners, double rough) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double t = 2 * Math.PI * (i + 0.7 * random.nextDouble()) / corners;
            double reach = 55 - rough * random.nextDouble();
            points.add(new double[] {80 + reach * Math.cos(t), 60 + reach * Math.sin(t)});
        }
        return points;
    }
}
