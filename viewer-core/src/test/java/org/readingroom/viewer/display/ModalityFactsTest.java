package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.testing.SharedData;

/// One file of each modality and layout against what pydicom reads (src/test/python/modality_facts.py).
class ModalityFactsTest {
    // [utest->req~display.frames~1]
    // [utest->req~display.frame-plane~1]
    // [utest->req~display.palette-color~1]
    @Test
    void framesSayWhatAnIndependentReaderFinds() throws IOException, DicomException {
        SharedData.path("modality");
        Map<String, List<ImageFrame>> read = new HashMap<>();
        int placed = 0;
        for (Map<String, String> fact : facts()) {
            String name = fact.get("file");
            if (!read.containsKey(name)) {
                ImageHeader header = ImageHeader.of(DicomReader.read(SharedData.path("modality/" + name)))
                        .orElseThrow(() -> new AssertionError(name + " is a picture"));
                read.put(name, FrameDescriber.frames(header));
            }
            List<ImageFrame> frames = read.get(name);
            assertThat(frames).as(name).hasSize(Integer.parseInt(fact.get("frames")));
            ImageFrame frame = frames.get(Integer.parseInt(fact.get("frame")));
            placed += frame.plane() == null ? 0 : 1;
            check(fact, frame);
        }
        assertThat(placed).as("frames placed in the patient").isGreaterThan(15);
    }

    private static void check(Map<String, String> fact, ImageFrame frame) {
        String name = fact.get("file") + " frame " + fact.get("frame");
        ImagePlane plane = frame.plane();
        if (plane != null && !name.startsWith("rtdose")) {
            double[] position = numbers(fact.get("position"));
            double[] orientation = numbers(fact.get("orientation"));
            double[] spacing = numbers(fact.get("spacing"));
            assertThat(new double[] {
                        plane.position().x(),
                        plane.position().y(),
                        plane.position().z()
                    })
                    .as(name)
                    .isEqualTo(position);
            assertThat(plane.rowDirection().x()).as(name).isCloseTo(orientation[0], within(1e-4));
            assertThat(plane.columnDirection().z()).as(name).isCloseTo(orientation[5], within(1e-4));
            assertThat(plane.spacing().rowMm()).as(name).isEqualTo(spacing[0]);
            assertThat(plane.spacing().columnMm()).as(name).isEqualTo(spacing[1]);
        }
        if (frame.modalityLut() instanceof ModalityLut.Linear linear
                && !fact.get("slope").isEmpty()) {
            assertThat(linear.slope()).as(name).isEqualTo(Double.parseDouble(fact.get("slope")));
            assertThat(linear.intercept()).as(name).isEqualTo(Double.parseDouble(fact.get("intercept")));
        }
        List<Voi.Window> windows = frame.vois().stream()
                .filter(Voi.Window.class::isInstance)
                .map(Voi.Window.class::cast)
                .toList();
        assertThat(windows.stream().mapToDouble(Voi.Window::center).toArray())
                .as(name)
                .isEqualTo(numbers(fact.get("centers")));
        assertThat(windows.stream().mapToDouble(Voi.Window::width).toArray())
                .as(name)
                .isEqualTo(numbers(fact.get("widths")));
        if (!fact.get("padding").isEmpty() && frame.format().samplesPerPixel() == 1) {
            int value = (int) Double.parseDouble(fact.get("padding"));
            assertThat(Objects.requireNonNull(frame.padding()).contains(value))
                    .as(name)
                    .isTrue();
        } else {
            assertThat(frame.padding()).as(name).isNull();
        }
        assertThat(frame.inverse()).as(name).isEqualTo(fact.get("photometric").equals("MONOCHROME1"));
        if (!fact.get("palette").isEmpty()) {
            byte[] red = Objects.requireNonNull(frame.paletteColor(), name).red();
            int[] at = {0, red.length / 4, red.length / 2, 3 * red.length / 4, red.length - 1};
            assertThat(Arrays.stream(at).map(i -> red[i] & 0xFF).toArray())
                    .as(name)
                    .isEqualTo(Arrays.stream(numbers(fact.get("palette")))
                            .mapToInt(v -> (int) v)
                            .toArray());
        }
    }

    @Test
    void theSourceOfEverySpacingIsNamed() throws DicomException {
        assertThat(source("cr-mono1-modality-lut-jpll")).isEqualTo("IMAGER 0.15 x 0.15");
        assertThat(source("dx-14bit-voilut")).isEqualTo("IMAGER 0.194 x 0.194");
        assertThat(source("mg-ffdm-voilut-jpll"))
                .isEqualTo("IMAGER_MAGNIFICATION_CORRECTED 0.09409090909091 x 0.09409090909091");
        assertThat(source("mr-overlay-plane")).isEqualTo("PATIENT 0.72314049586777 x 0.72314049586777");
        assertThat(source("enhanced-mr-bruker-4f")).isEqualTo("PATIENT 0.2 x 0.1");
        assertThat(source("us-palette-8bit")).startsWith("ULTRASOUND_REGION 0.2622878");
        assertThat(source("us-multiframe-jpeg-frag")).startsWith("ULTRASOUND_REGION 2.293750");
        assertThat(source("us-rgb-planar0")).isEqualTo("none, aspect 1.3333333333333333");
        // the file says 0.2\0\0.2: three numbers are no spacing
        assertThat(source("sc-ct-abdomen-8bit")).isEqualTo("none, aspect 1.0");
        assertThat(source("sc-rgb-3x3")).isEqualTo("UNVERIFIED 33.333333 x 33.333333");
        assertThat(source("cr-mono1-10bit-chest")).isEqualTo("none, aspect 1.0");
    }

    @Test
    void aMosaicHasNoPlaceInThePatient() throws DicomException {
        assertThat(frame("mr-mosaic-siemens").plane()).isNull();
        assertThat(frame("mr-overlay-plane").plane()).isNotNull();
    }

    @Test
    void doseFramesClimbByTheirOffsets() throws DicomException {
        ImageHeader header = ImageHeader.of(DicomReader.read(SharedData.path("modality/rtdose-15f-32bit.dcm")))
                .orElseThrow();
        List<ImageFrame> frames = FrameDescriber.frames(header);
        double[] offsets = header.dataSet().decimals(0x3004000C);
        for (int i = 0; i < frames.size(); i++) {
            ImagePlane plane = Objects.requireNonNull(frames.get(i).plane());
            assertThat(plane.position().z()).isCloseTo(-761.87 + offsets[i], within(1e-9));
        }
    }

    private static String source(String name) throws DicomException {
        return switch (frame(name).scale()) {
            case PixelScale.Millimetres mm ->
                mm.source() + " " + mm.spacing().rowMm() + " x " + mm.spacing().columnMm();
            case PixelScale.None none -> "none, aspect " + none.verticalToHorizontal();
        };
    }

    private static ImageFrame frame(String name) throws DicomException {
        return FrameDescriber.frames(ImageHeader.of(DicomReader.read(SharedData.path("modality/" + name + ".dcm")))
                        .orElseThrow())
                .getFirst();
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split("\\\\"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static List<Map<String, String>> facts() throws IOException {
        try (InputStream stream = ModalityFactsTest.class.getResourceAsStream("modality-facts.tsv")) {
            List<String> lines = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] names = lines.getFirst().split("\t", -1);
            return lines.subList(1, lines.size()).stream()
                    .map(line -> {
                        String[] values = line.split("\t", -1);
                        Map<String, String> fact = new HashMap<>();
                        for (int i = 0; i < names.length; i++) {
                            fact.put(names[i], values[i]);
                        }
                        return fact;
                    })
                    .toList();
        }
    }
}
