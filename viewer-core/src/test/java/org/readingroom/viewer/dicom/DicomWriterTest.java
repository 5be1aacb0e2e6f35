package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~dicom.write.part10~1]
class DicomWriterTest {
    @TempDir
    Path folder;

    private static byte[] written(DataSet dataSet, TransferSyntax syntax, Optional<PixelData> pixels)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, dataSet, syntax, pixels);
        return out.toByteArray();
    }

    private static DataSetBuilder minimal(String characterSet) {
        return DataSetBuilder.create(characterSet)
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1")
                .text(Tag.MODALITY, Vr.CS, "OT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GBK", "ISO_IR 192"})
    void chineseTextComesBackInEveryCharacterSetItemsIncluded(String set) throws Exception {
        DataSet item =
                DataSetBuilder.create().text(Tag.CODE_MEANING, Vr.LO, "磨玻璃结节").build();
        DataSet data = minimal(set)
                .text(Tag.PATIENT_NAME, Vr.PN, "Yanshi^Jia=演示^甲")
                .sequence(Tag.PROCEDURE_CODE_SEQUENCE, List.of(item))
                .build();
        DicomFile read = DicomReader.read(written(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty()));
        assertEquals(List.of(), read.defects());
        assertEquals("Yanshi^Jia=演示^甲", read.dataSet().string(Tag.PATIENT_NAME).orElseThrow());
        assertEquals(
                "磨玻璃结节",
                read.dataSet()
                        .item(Tag.PROCEDURE_CODE_SEQUENCE)
                        .flatMap(code -> code.string(Tag.CODE_MEANING))
                        .orElseThrow());
    }

    @Test
    void numbersOfEveryKindComeBack() throws Exception {
        DataSet data = minimal("")
                .integers(Tag.ROWS, Vr.US, 65535)
                .integers(Tag.PIXEL_PADDING_VALUE, Vr.SS, -2000)
                .decimals(Tag.PIXEL_SPACING, Vr.DS, 0.1, -1e-7, 12345678901234567.0, 1 / 3.0)
                .decimals(Tag.RECONSTRUCTION_DIAMETER, Vr.DS, 360)
                .integers(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME)
                .decimals(Tag.PHYSICAL_DELTA_X, Vr.FD, Math.PI)
                .build();
        DataSet read = DicomReader.read(written(data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty()))
                .dataSet();
        assertEquals(65535, read.integer(Tag.ROWS).orElseThrow());
        assertEquals(-2000, read.integer(Tag.PIXEL_PADDING_VALUE).orElseThrow());
        double[] spacing = read.decimals(Tag.PIXEL_SPACING);
        assertArrayEquals(new double[] {0.1, -1e-7}, Arrays.copyOf(spacing, 2));
        assertEquals(12345678901234567.0, spacing[2], 1e6, "sixteen characters hold eleven digits and the exponent");
        assertEquals(1 / 3.0, spacing[3], 1e-14);
        assertTrue(read.strings(Tag.PIXEL_SPACING).stream().allMatch(text -> text.length() <= 16));
        assertEquals(Tag.FRAME_TIME, read.integers(Tag.FRAME_INCREMENT_POINTER)[0]);
        assertEquals(Math.PI, read.decimal(Tag.PHYSICAL_DELTA_X).orElseThrow());
    }

    @Test
    void bigEndianFileIsWrittenLittleEndianWithTheSameValues() throws Exception {
        DicomFile big = DicomReader.read(SharedData.path("modality/enhanced-mr-small-be.dcm"));
        DicomFile copy =
                DicomReader.read(written(big.dataSet(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, big.pixelData()));
        assertEquals(json(big.dataSet()), json(copy.dataSet()));
        PixelData.Native before = (PixelData.Native) big.pixelData().orElseThrow();
        PixelData.Native after = (PixelData.Native) copy.pixelData().orElseThrow();
        byte[] swapped = before.bytes().toArray();
        Values.swap(swapped, 2);
        assertArrayEquals(swapped, after.bytes().toArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modality/us-multiframe-jpeg-frag.dcm",
                "modality/enhanced-mr-small-jls.dcm",
                "document/sr-tid1500-zh.dcm",
                "modality/seg-binary-overlap.dcm",
                "charset/zh-nested-charset.dcm",
                "modality/mr-mosaic-siemens.dcm"
            })
    void copyOfARealFileIsAcceptedByDcmtkAndSaysTheSame(String name) throws Exception {
        DicomFile original = DicomReader.read(SharedData.path(name));
        boolean isCoded = original.pixelData()
                .filter(PixelData.Encapsulated.class::isInstance)
                .isPresent();
        TransferSyntax syntax = isCoded ? original.transferSyntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        Path file = folder.resolve("copy.dcm");
        Files.write(file, written(original.dataSet(), syntax, original.pixelData()));
        DicomFile copy = DicomReader.read(file);
        assertEquals(List.of(), copy.defects());
        assertEquals(json(original.dataSet()), json(copy.dataSet()));
        if (isCoded) {
            PixelData.Encapsulated before = assertInstanceOf(
                    PixelData.Encapsulated.class, original.pixelData().orElseThrow());
            PixelData.Encapsulated after = assertInstanceOf(
                    PixelData.Encapsulated.class, copy.pixelData().orElseThrow());
            assertEquals(before.basicOffsets(), after.basicOffsets());
            for (int i = 0; i < before.fragments().size(); i++) {
                assertArrayEquals(
                        before.fragments().get(i).toArray(),
                        after.fragments().get(i).toArray());
            }
        }
        assertEquals("", Tools.output("dcmdump", "-q", "-M", "+P", "0009,9999", file.toString()));
    }

    @Test
    void valuesOfOddLengthAreMadeEvenInTheWayOfTheirKind() throws Exception {
        DataSet odd = DicomReader.read(Bytes.part10("1.2.840.10008.1.2.1")
                        .explicit(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7")
                        .explicit(0x00080018, "UI", "2.25.1")
                        .explicit(0x00081030, "LO", "odd")
                        .explicitLong(0x00420011, "OB", 3)
                        .raw(new byte[] {1, 2, 3})
                        .array())
                .dataSet();
        byte[] bytes = written(odd, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        DataSet even = DicomReader.read(bytes).dataSet();
        assertArrayEquals("odd ".getBytes(java.nio.charset.StandardCharsets.US_ASCII), even.bytes(0x00081030));
        assertArrayEquals(new byte[] {1, 2, 3, 0}, even.bytes(0x00420011));
        byte[] uid = even.bytes(Tag.SOP_CLASS_UID);
        assertEquals(0, uid[uid.length - 1], "UIDs are padded with a zero byte, not a space");
        assertEquals(List.of(), DicomReader.read(bytes).defects());
    }

    @Test
    void pixelsThatDoNotFitTheTransferSyntaxAreAProgrammingFault() {
        PixelData pixels = new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.EMPTY, 0, false);
        assertThrows(
                IllegalArgumentException.class,
                () -> written(minimal("").build(), TransferSyntax.RLE, Optional.of(pixels)));
    }

    private static String json(DataSet dataSet) throws IOException {
        java.io.StringWriter text = new java.io.StringWriter();
        DicomJson.write(dataSet, text);
        // Compressed pixels are always OB when written; their length is that of the fragments.
        return text.toString().replaceAll("\"vr\" : \"O[BW]\",\\s+\"BulkDataURI\" : \"#length=\\d+\"", "bulk");
    }
}
