package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// Pictures made by formula, encoded by DCMTK in every way it knows.
///
/// What is encoded without loss must come back as it was; what is not must come back as DCMTK's own decoder gives it.
final class DcmtkRoundTripTest {
    private static final PixelFormat GREY = new PixelFormat(1, 1, 1, 8, 8, 7, false, "MONOCHROME2", 0);
    private static final PixelFormat DEEP = new PixelFormat(1, 1, 1, 16, 12, 11, false, "MONOCHROME2", 0);
    private static final PixelFormat SIGNED = new PixelFormat(1, 1, 1, 16, 16, 15, true, "MONOCHROME2", 0);
    private static final PixelFormat COLOUR = new PixelFormat(1, 1, 3, 8, 8, 7, false, "RGB", 0);
    private static final PixelFormat PLANES = new PixelFormat(1, 1, 3, 8, 8, 7, false, "RGB", 1);
    private static final int FRAMES = 2;

    @TempDir
    private Path folder;

    // [utest->req~codec.rle~1]
    // [utest->req~codec.jpeg-ls~1]
    // [utest->req~codec.jpeg~1]
    @ParameterizedTest
    @MethodSource("lossless")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whatIsEncodedWithoutLossComesBackAsItWas(String name, PixelFormat format, List<String> encoder)
            throws Exception {
        Path plain = write(format);
        Path coded = tool(encoder, plain, "coded.dcm");
        FrameReader expected = FrameReader.of(DicomReader.read(plain));
        FrameReader actual = FrameReader.of(DicomReader.read(coded));
        assertEquals(FRAMES, actual.frames(), name);
        for (int i = 0; i < FRAMES; i++) {
            assertArrayEquals(expected.frame(i).bytes(), actual.frame(i).bytes(), name + " frame " + i);
        }
    }

    // [utest->req~codec.jpeg~1]
    // [utest->req~codec.jpeg-progressive~1]
    @ParameterizedTest
    @MethodSource("lossy")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whatLostSomethingComesBackAsItsEncoderDecodesIt(
            String name, PixelFormat format, List<String> encoder, List<String> decoder) throws Exception {
        Path coded = tool(encoder, write(format), "coded.dcm");
        Path decoded = tool(decoder, coded, "decoded.dcm");
        FrameReader expected = FrameReader.of(DicomReader.read(decoded));
        FrameReader actual = FrameReader.of(DicomReader.read(coded));
        for (int i = 0; i < FRAMES; i++) {
            StoredPixels truth = expected.frame(i);
            StoredPixels ours = actual.frame(i);
            assertArrayEquals(truth.bytes(), ours.bytes(), name + " frame " + i);
            assertEquals(
                    truth.format().photometricInterpretation(), ours.format().photometricInterpretation(), name);
        }
    }

    static Stream<Arguments> lossless() {
        List<Arguments> all = new ArrayList<>();
        for (PixelFormat kind : List.of(GREY, DEEP, SIGNED, COLOUR, PLANES)) {
            for (PixelFormat format : List.of(kind.sized(1, 1), kind.sized(33, 35))) {
                all.add(of(format, "dcmcrle"));
                all.add(of(format, "dcmcjpls", "+pr"));
                // Of several frames in planes DCMTK 3.6.7 takes the wrong bytes when it encodes JPEG.
                if (kind != PLANES) {
                    all.add(of(format, "dcmcjpeg", "+e1"));
                }
            }
        }
        for (PixelFormat kind : List.of(DEEP, SIGNED, COLOUR)) {
            PixelFormat format = kind.sized(33, 35);
            for (int predictor = 1; predictor <= 7; predictor++) {
                all.add(of(format, "dcmcjpeg", "+el", "+sv", String.valueOf(predictor)));
            }
            all.add(of(format, "dcmcjpeg", "+e1", "+fs", "1"));
            all.add(of(format, "dcmcjpeg", "+e1", "+fs", "1", "-ot"));
            all.add(of(format, "dcmcjpls", "+pc"));
            all.add(of(format, "dcmcjpls", "+pz"));
            all.add(of(format, "dcmcjpls", "+rs", "5"));
            all.add(of(format, "dcmcjpls", "+t1", "6", "+t2", "12", "+t3", "40"));
        }
        for (PixelFormat kind : List.of(COLOUR, PLANES)) {
            for (String interleave : List.of("+il", "+is", "+in")) {
                all.add(of(kind.sized(33, 35), "dcmcjpls", interleave));
            }
        }
        return all.stream();
    }

    static Stream<Arguments> lossy() {
        List<Arguments> all = new ArrayList<>();
        List<String> jpeg = List.of("dcmdjpeg", "+cn", "+px");
        List<String> jpegLs = List.of("dcmdjpls");
        for (int[] size : new int[][] {{1, 1}, {9, 7}, {33, 35}}) {
            PixelFormat grey = GREY.sized(size[0], size[1]);
            PixelFormat colour = COLOUR.sized(size[0], size[1]);
            for (String process : List.of("+eb", "+es", "+ep")) {
                all.add(with(jpeg, grey, "dcmcjpeg", process));
                for (String sampling : List.of("+s4", "+n2", "+n1", "+cr")) {
                    all.add(with(jpeg, colour, "dcmcjpeg", process, sampling));
                }
            }
            for (String process : List.of("+ee", "+es", "+ep")) {
                all.add(with(jpeg, DEEP.sized(size[0], size[1]), "dcmcjpeg", process, "+bt", "+q", "70"));
            }
            for (PixelFormat kind : List.of(GREY, DEEP, COLOUR)) {
                all.add(with(jpegLs, kind.sized(size[0], size[1]), "dcmcjpls", "+en", "+md", "3"));
            }
            all.add(with(jpeg, DEEP.sized(size[0], size[1]), "dcmcjpeg", "+pl", "+el", "+sv", "4", "+pt", "2"));
        }
        return all.stream();
    }

    private static Arguments of(PixelFormat format, String... encoder) {
        return Arguments.of(name(format, encoder), format, List.of(encoder));
    }

    private static Arguments with(List<String> decoder, PixelFormat format, String... encoder) {
        return Arguments.of(name(format, encoder), format, List.of(encoder), decoder);
    }

    private static String name(PixelFormat format, String... encoder) {
        return "%s, %d x %d x %d, %d bit, planar %d"
                .formatted(
                        String.join(" ", encoder),
                        format.columns(),
                        format.rows(),
                        format.samplesPerPixel(),
                        format.bitsStored(),
                        format.planarConfiguration());
    }

    private Path tool(List<String> command, Path in, String out) throws Exception {
        Path target = folder.resolve(out);
        List<String> whole = new ArrayList<>(command);
        whole.add(in.toString());
        whole.add(target.toString());
        String said = Tools.output(whole.toArray(String[]::new));
        assertTrue(Files.exists(target), whole + ": " + said);
        return target;
    }

    private Path write(PixelFormat format) throws Exception {
        byte[] pixels = pixels(format);
        DataSet dataSet = DataSetBuilder.create("")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.7001")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.7002")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.7003")
                .text(Tag.MODALITY, Vr.CS, "OT")
                .integers(Tag.NUMBER_OF_FRAMES, Vr.IS, FRAMES)
                .integers(Tag.ROWS, Vr.US, format.rows())
                .integers(Tag.COLUMNS, Vr.US, format.columns())
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, format.samplesPerPixel())
                .integers(Tag.PLANAR_CONFIGURATION, Vr.US, format.planarConfiguration())
                .integers(Tag.BITS_ALLOCATED, Vr.US, format.bitsAllocated())
                .integers(Tag.BITS_STORED, Vr.US, format.bitsStored())
                .integers(Tag.HIGH_BIT, Vr.US, format.highBit())
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, format.isSigned() ? 1 : 0)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, format.photometricInterpretation())
                .build();
        Path file = folder.resolve("plain.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            PixelData data = new PixelData.Native(
                    Tag.PIXEL_DATA,
                    format.bitsAllocated() > 8 ? Vr.OW : Vr.OB,
                    ByteSlice.of(pixels),
                    pixels.length,
                    false);
            DicomWriter.write(out, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(data));
        }
        return file;
    }

    /// Slopes, edges, flat parts and a sprinkle of noise that reaches every stored value.
    private static byte[] pixels(PixelFormat format) {
        int sampleBytes = format.bitsAllocated() / 8;
        int count = FRAMES * format.pixels() * format.samplesPerPixel();
        byte[] bytes = new byte[(count * sampleBytes + 1) / 2 * 2];
        int range = 1 << format.bitsStored();
        int state = 12345;
        for (int i = 0; i < count; i++) {
            int pixel = i / format.samplesPerPixel();
            int x = pixel % format.columns();
            int y = pixel / format.columns();
            state = state * 1103515245 + 12345;
            int noise = (x + y) % 11 == 0 ? (state >>> 16) % range : (state >>> 20) % 5;
            int value = x < format.columns() / 3 ? range / 3 : x * range / format.columns() / 2 + y * 3 + noise;
            value = Math.floorMod(value, range) - (format.isSigned() ? range / 2 : 0);
            for (int k = 0; k < sampleBytes; k++) {
                bytes[i * sampleBytes + k] = (byte) (value >> 8 * k);
            }
        }
        return bytes;
    }
}
