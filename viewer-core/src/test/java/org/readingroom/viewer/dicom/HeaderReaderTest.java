package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~dicom.read.header~1]
class HeaderReaderTest {
    /// The file read whole is the truth: element by element, as JSON, the pixels apart.
    @Test
    void everySharedFileHasTheHeaderItHasWhenReadWhole() throws Exception {
        int compared = 0;
        for (String kind : List.of("broken", "charset", "codec", "document", "modality", "dicomdir")) {
            Path folder = SharedData.path(".").resolve(kind);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            List<Path> files;
            try (Stream<Path> walk = Files.walk(folder)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path path : files) {
                byte[] bytes = Files.readAllBytes(path);
                compare(path.toString(), bytes);
                compared++;
            }
        }
        assertTrue(compared > 0, "no shared file was found");
    }

    private static void compare(String name, byte[] bytes) throws WorkstationException {
        DicomFile whole;
        try {
            whole = DicomReader.read(bytes);
        } catch (DicomException e) {
            assertThrows(DicomException.class, () -> HeaderReader.read(new Counted(bytes)), name);
            return;
        }
        DicomHeader header = HeaderReader.read(new Counted(bytes));
        assertEquals(whole.transferSyntax(), header.transferSyntax(), name);
        assertEquals(text(whole.fileMeta()), text(header.fileMeta()), name);
        assertEquals(text(whole.dataSet()), text(header.dataSet()), name);
    }

    /// Every element with its value, but pixels, and the groups behind them: signatures and padding.
    private static String text(DataSet set) {
        StringBuilder text = new StringBuilder();
        for (int tag : set.tags()) {
            if (Tag.group(tag) > Tag.group(Tag.PIXEL_DATA)) {
                continue;
            }
            text.append(Integer.toHexString(tag))
                    .append(' ')
                    .append(set.vr(tag))
                    .append(' ');
            if (tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA) {
                text.append("pixels");
            } else if (set.vr(tag).filter(vr -> vr == Vr.SQ).isPresent()) {
                set.items(tag)
                        .forEach(item -> text.append('[').append(text(item)).append(']'));
            } else {
                text.append(set.strings(tag)).append(Arrays.hashCode(set.bytes(tag)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void thePixelsAreNotRead() throws Exception {
        byte[] file = file(new byte[4 << 20], Tag.PATIENT_ID, "P-1");
        Counted source = new Counted(file);
        DicomHeader header = HeaderReader.read(source);
        assertEquals("P-1", header.dataSet().string(Tag.PATIENT_ID).orElseThrow());
        assertTrue(source.bytesRead < 200_000, source.bytesRead + " bytes of " + file.length);
        assertTrue(header.dataSet().bytes(Tag.PIXEL_DATA).length <= 16, "pixels are kept");
    }

    @Test
    void aHeaderLongerThanTheFirstPieceIsReadToItsEnd() throws Exception {
        byte[] file = file(new byte[4 << 20], 0x00091010, "x".repeat(300_000));
        Counted source = new Counted(file);
        assertEquals(
                300_000,
                HeaderReader.read(source)
                        .dataSet()
                        .string(0x00091010)
                        .orElseThrow()
                        .length());
        assertTrue(source.bytesRead < 2_000_000, source.bytesRead + " bytes of " + file.length);
    }

    /// Nobody may write so, and some do: what stands behind the pixels is part of the header all the same.
    @Test
    void elementsBehindThePixelsAreNotMissed() throws Exception {
        byte[] file = file(new byte[1 << 20], Tag.PATIENT_ID, "P-1");
        byte[] behind = {0x28, 0, 0x30, 0, 'D', 'S', 8, 0, '0', '.', '5', '\\', '0', '.', '5', ' '};
        byte[] disordered = Arrays.copyOf(file, file.length + behind.length);
        System.arraycopy(behind, 0, disordered, file.length, behind.length);
        assertEquals(
                List.of("0.5", "0.5"),
                HeaderReader.read(new Counted(disordered)).dataSet().strings(0x00280030));
        compare("disordered", disordered);
    }

    private static byte[] file(byte[] pixels, int tag, String value) throws IOException {
        DataSet set = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1")
                .text(tag, tag == Tag.PATIENT_ID ? Vr.LO : Vr.UT, value)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(
                out,
                set,
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                Optional.of(new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(pixels), pixels.length, false)));
        return out.toByteArray();
    }

    private static final class Counted implements HeaderReader.Source {
        private final byte[] bytes;
        private long bytesRead;

        Counted(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public byte[] read(long position, int size) {
            bytesRead += size;
            return Arrays.copyOfRange(bytes, (int) position, (int) position + size);
        }
    }
}
