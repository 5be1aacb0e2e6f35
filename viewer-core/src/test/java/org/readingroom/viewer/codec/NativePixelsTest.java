package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.testing.SharedData;

final class NativePixelsTest {

    // [utest->req~codec.native~1]
    @Test
    void uncompressedFilesHaveTheDigestOfPydicomsPixels() throws Exception {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : table()) {
            String[] cells = line.split("\t");
            try {
                String digest = PixelDigest.sha256(FrameReader.of(DicomReader.read(SharedData.path(cells[0]))));
                if (!digest.equals(cells[1])) {
                    wrong.add(cells[0]);
                }
            } catch (Exception e) {
                wrong.add(cells[0] + " " + e);
            }
            compared++;
        }
        assertEquals(List.of(), wrong);
        assertEquals(true, compared > 100);
    }

    /// Eight bytes say 2 x 2 pixels of halved chrominance, twelve that every pixel has its own.
    // [utest->req~codec.native~1]
    @Test
    void theLengthTellsWhetherChrominanceIsHalved() throws CodecException {
        StoredPixels halved = ybr(10, 20, 128, 130, 30, 40, 126, 124);
        assertArrayEquals(
                new byte[] {10, (byte) 128, (byte) 130, 20, (byte) 128, (byte) 130, 30, 126, 124, 40, 126, 124},
                halved.bytes());
        StoredPixels whole = ybr(10, 1, 2, 20, 3, 4, 30, 5, 6, 40, 7, 8);
        assertArrayEquals(new byte[] {10, 1, 2, 20, 3, 4, 30, 5, 6, 40, 7, 8}, whole.bytes());
        assertEquals("YBR_FULL", halved.format().photometricInterpretation());
        assertEquals("YBR_FULL", whole.format().photometricInterpretation());
    }

    /// Pixels of one bit: half a gigabyte of them are more than an array of their values can hold.
    // [utest->req~codec.bounded~1]
    @Test
    void moreSamplesThanAnArrayHoldsAreRefused() {
        PixelData.Native data =
                new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.of(new byte[8]), 536_854_529, false);
        DataSet header = DataSetBuilder.create()
                .integers(Tag.ROWS, Vr.US, 65535)
                .integers(Tag.COLUMNS, Vr.US, 65535)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 1)
                .build();
        DicomFile file = new DicomFile(
                DataSetBuilder.create().build(),
                header,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.of(data),
                List.of());
        CodecException refused = assertThrows(CodecException.class, () -> FrameReader.of(file));
        assertEquals("viewer.codec.too-large", refused.messageKey());
    }

    private static StoredPixels ybr(int... samples) throws CodecException {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        PixelData.Native data = new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.of(bytes), bytes.length, false);
        return new NativeFrames(data, new PixelFormat(2, 2, 3, 8, 8, 7, false, "YBR_FULL_422", 0), 1).frame(0);
    }

    private static List<String> table() throws Exception {
        try (var in = NativePixelsTest.class.getResourceAsStream("/codec/native-digests.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
