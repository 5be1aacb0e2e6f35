package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.SharedData;

/// Ellipses of any rotation on real slices against numpy (src/test/python/ellipse_truth.py).
class EllipseTruthTest {
    // [utest->req~annotation.statistics~1]
    @Test
    void statisticsOnRealSlicesAreThoseOfNumpy() throws Exception {
        SharedData.path("series");
        List<String> lines;
        try (InputStream stream = EllipseTruthTest.class.getResourceAsStream("ellipse-truth.tsv")) {
            lines = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThan(5);
        for (String line : lines.subList(1, lines.size())) {
            check(line.split("\t", -1));
        }
    }

    private static void check(String[] truth) throws Exception {
        DicomFile file = DicomReader.read(SharedData.path(truth[0]));
        ImageFrame frame =
                FrameDescriber.frames(ImageHeader.of(file).orElseThrow()).getFirst();
        ImagePlane plane = Objects.requireNonNull(frame.plane());
        // not every file of the series names a frame of reference; the display set would lend it one
        ImageFrame placed =
                Marks.placed(frame.format().columns(), frame.format().rows(), plane);
        ImageFrame measured = new ImageFrame(
                frame.ref(),
                frame.format(),
                plane,
                placed.frameOfReference(),
                frame.scale(),
                frame.modalityLut(),
                frame.vois(),
                frame.inverse(),
                frame.padding(),
                null,
                List.of(),
                frame.facts());
        Annotation.Ellipse ellipse = Marks.ellipse(Marks.in(plane), vec(truth[1]), vec(truth[2]), vec(truth[3]));
        Measured out = MeasurementCalculator.measure(
                ellipse, measured, FrameGrid.of(measured, FrameReader.of(file).frame(0)));
        assertThat(value(out, Quantity.COUNT)).as(truth[0]).isEqualTo(Double.parseDouble(truth[4]));
        // sums of some thousand values in double precision: ten digits agree whatever the order
        close(truth, out, Quantity.MEAN, 5);
        close(truth, out, Quantity.STANDARD_DEVIATION, 6);
        close(truth, out, Quantity.MINIMUM, 7);
        close(truth, out, Quantity.MAXIMUM, 8);
        close(truth, out, Quantity.AREA, 9);
    }

    private static void close(String[] truth, Measured out, Quantity quantity, int at) {
        double expected = Double.parseDouble(truth[at]);
        assertThat(value(out, quantity))
                .as(truth[0] + " " + quantity)
                .isCloseTo(expected, within(1e-10 * Math.abs(expected) + 1e-10));
    }

    private static double value(Measured measured, Quantity quantity) {
        return measured.of(quantity).orElseThrow().value();
    }

    private static Vec3 vec(String text) {
        double[] v = Arrays.stream(text.split("\\\\"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Vec3(v[0], v[1], v[2]);
    }
}
