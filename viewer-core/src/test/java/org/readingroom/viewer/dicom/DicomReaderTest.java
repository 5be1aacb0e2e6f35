package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

// [utest->req~dicom.read.part10~1]
// [utest->req~dicom.read.damaged~1]
class DicomReaderTest extends WrittenBytes {
    @Test
    void explicitLittleEndianIsReadWithoutDefect() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicit(0x00200013, "IS", "42")
                .explicit(0x00280010, "US", new byte[] {0, 2})
                .array());
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.transferSyntax());
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertEquals(42, file.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertEquals(512, file.dataSet().integer(Tag.ROWS).orElseThrow());
        assertEquals(List.of(), file.defects());
        assertEquals(EXPLICIT, file.fileMeta().string(Tag.TRANSFER_SYNTAX_UID).orElseThrow());
    }

    @Test
    void bigEndianNumbersComeOutTheSameAndRawBytesLittleEndian() throws DicomException {
        byte[] data = Bytes.big()
                .explicit(0x00080060, "CS", "CT")
                .explicit(0x00280010, "US", new byte[] {2, 0})
                .explicit(0x00280106, "US", new byte[] {(byte) 0xFF, (byte) 0xFE})
                .array();
        DicomFile file =
                DicomReader.read(Bytes.part10("1.2.840.10008.1.2.2").raw(data).array());
        assertEquals(512, file.dataSet().integer(Tag.ROWS).orElseThrow());
        assertEquals(
                0xFFFE, file.dataSet().integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE).orElseThrow());
        assertArrayEquals(new byte[] {0, 2}, file.dataSet().bytes(Tag.ROWS));
    }

    @Test
    void implicitTakesRepresentationsFromTheDictionary() throws DicomException {
        byte[] data = Bytes.little()
                .implicit(0x00080060, "MR")
                .implicit(0x00090010, "MAKER ")
                .implicit(0x00091001, "??")
                .tag(0x00280103)
                .int32(2)
                .int16(1)
                .tag(0x00280106)
                .int32(2)
                .int16(0xFFFF)
                .array();
        DicomFile file =
                DicomReader.read(Bytes.part10("1.2.840.10008.1.2").raw(data).array());
        assertEquals(Vr.UN, file.dataSet().vr(0x00091001).orElseThrow());
        assertEquals("MAKER", file.dataSet().string(0x00090010).orElseThrow());
        assertEquals(Vr.SS, file.dataSet().vr(Tag.SMALLEST_IMAGE_PIXEL_VALUE).orElseThrow());
        assertEquals(-1, file.dataSet().integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE).orElseThrow());
    }

    @Test
    void deflatedDataSetIsInflated() throws DicomException, IOException {
        byte[] data = Bytes.little()
                .explicit(0x00080060, "CS", "SR")
                .explicit(0x00200013, "IS", "7 ")
                .array();
        DicomFile file = DicomReader.read(deflated(data));
        assertEquals(7, file.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertEquals(List.of(), file.defects());
    }

    @Test
    void deflatedDataThatIsCutKeepsWhatCameBefore() throws DicomException, IOException {
        Bytes data = Bytes.little().explicit(0x00080060, "CS", "SR");
        for (int i = 0; i < 2000; i++) {
            data.explicit(0x00200013 + i, "LO", "value number %04d ".formatted(i * 7919 % 10007));
        }
        byte[] whole = deflated(data.array());
        DicomFile file = DicomReader.read(Arrays.copyOf(whole, whole.length * 2 / 3));
        assertEquals("SR", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertTrue(file.has(Defect.Kind.INFLATE_FAILED));
    }

    private static byte[] deflated(byte[] data) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(data);
        }
        return Bytes.part10("1.2.840.10008.1.2.1.99").raw(packed.toByteArray()).array();
    }

    @Test
    void sequencesOfDefinedAndUndefinedLengthNest() throws DicomException {
        byte[] inner = Bytes.little().explicit(0x00080100, "SH", "CODE").array();
        byte[] item =
                Bytes.little().tag(Tag.ITEM).int32(inner.length).raw(inner).array();
        DicomFile file = DicomReader.read(explicit()
                .explicitLong(0x00081140, "SQ", 0xFFFFFFFFL)
                .open(Tag.ITEM)
                .explicitLong(0x0040A170, "SQ", item.length)
                .raw(item)
                .end(Tag.ITEM_DELIMITATION_ITEM)
                .open(Tag.ITEM)
                .end(Tag.ITEM_DELIMITATION_ITEM)
                .end(Tag.SEQUENCE_DELIMITATION_ITEM)
                .explicit(0x00200013, "IS", "1 ")
                .array());
        List<DataSet> items = file.dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE);
        assertEquals(2, items.size());
        assertEquals(
                "CODE",
                items.getFirst()
                        .item(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE)
                        .flatMap(code -> code.string(Tag.CODE_VALUE))
                        .orElseThrow());
        assertTrue(file.dataSet().contains(Tag.INSTANCE_NUMBER));
        assertEquals(List.of(), file.defects());
    }

    @Test
    void unknownOfUndefinedLengthIsAnImplicitSequence() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicitLong(0x00091001, "UN", 0xFFFFFFFFL)
                .open(Tag.ITEM)
                .implicit(0x00080100, "CODE")
                .end(Tag.ITEM_DELIMITATION_ITEM)
                .end(Tag.SEQUENCE_DELIMITATION_ITEM)
                .explicit(0x00200013, "IS", "1 ")
                .array());
        assertEquals(
                "CODE",
                file.dataSet()
                        .items(0x00091001)
                        .getFirst()
                        .string(Tag.CODE_VALUE)
                        .orElseThrow());
        assertTrue(file.dataSet().contains(Tag.INSTANCE_NUMBER));
    }

    @Test
    void futureRepresentationWithLongHeaderIsPassedOver() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicitLong(0x00089999, "ZQ", 4)
                .text("abcd")
                .explicit(0x00200013, "IS", "1 ")
                .array());
        assertTrue(file.dataSet().contains(Tag.INSTANCE_NUMBER));
        assertTrue(file.has(Defect.Kind.UNKNOWN_VR));
    }

    @Test
    void fragmentsAndOffsetTableAreFound() throws DicomException {
        DicomFile file = DicomReader.read(Bytes.part10("1.2.840.10008.1.2.5")
                .explicit(0x00080060, "CS", "US")
                .explicitLong(0x7FE00010, "OB", 0xFFFFFFFFL)
                .tag(Tag.ITEM)
                .int32(8)
                .int32(0)
                .int32(12)
                .tag(Tag.ITEM)
                .int32(4)
                .text("abcd")
                .tag(Tag.ITEM)
                .int32(2)
                .text("ef")
                .end(Tag.SEQUENCE_DELIMITATION_ITEM)
                .array());
        PixelData.Encapsulated pixels =
                assertInstanceOf(PixelData.Encapsulated.class, file.pixelData().orElseThrow());
        assertEquals(List.of(0L, 12L), pixels.basicOffsets());
        assertEquals(2, pixels.fragments().size());
        assertArrayEquals(
                "ef".getBytes(StandardCharsets.US_ASCII),
                pixels.fragments().get(1).toArray());
        assertTrue(pixels.isComplete());
    }

    @Test
    void claimOfFourGigabytesTakesOnlyWhatIsThere() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicitLong(0x7FE00010, "OW", 0xFFFFFFF0L)
                .text("0123456789")
                .array());
        PixelData.Native pixels =
                assertInstanceOf(PixelData.Native.class, file.pixelData().orElseThrow());
        assertEquals(10, pixels.bytes().length());
        assertFalse(pixels.isComplete());
        assertTrue(file.has(Defect.Kind.TRUNCATED));
    }

    @Test
    void truncatedValueIsLeftOutAndWhatCameBeforeIsKept() throws DicomException {
        byte[] whole = explicit().explicit(0x00200013, "IS", "1234").array();
        DicomFile file = DicomReader.read(Arrays.copyOf(whole, whole.length - 2));
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertFalse(file.dataSet().contains(Tag.INSTANCE_NUMBER), "12 would be a wrong number");
        assertTrue(file.has(Defect.Kind.TRUNCATED));
    }

    @Test
    void deepNestingIsPassedOverAndTheRestIsRead() throws DicomException {
        Bytes bytes = explicit();
        for (int i = 0; i < 20_000; i++) {
            bytes.explicitLong(0x00081140, "SQ", 0xFFFFFFFFL).open(Tag.ITEM);
        }
        for (int i = 0; i < 20_000; i++) {
            bytes.end(Tag.ITEM_DELIMITATION_ITEM).end(Tag.SEQUENCE_DELIMITATION_ITEM);
        }
        DicomFile file = DicomReader.read(bytes.explicit(0x00200013, "IS", "5 ").array());
        assertEquals(5, file.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertTrue(file.has(Defect.Kind.NESTED_TOO_DEEP));
    }

    @Test
    void itemOutsideASequenceDoesNotBecomeThePatient() throws DicomException {
        byte[] inner = Bytes.little().explicit(0x00100010, "PN", "Wrong^One ").array();
        DicomFile file = DicomReader.read(explicit()
                .tag(Tag.ITEM)
                .int32(inner.length)
                .raw(inner)
                .explicit(0x00100010, "PN", "Right^One ")
                .array());
        assertEquals("Right^One", file.dataSet().string(Tag.PATIENT_NAME).orElseThrow());
        assertTrue(file.has(Defect.Kind.STRAY_DELIMITER));
    }

    @Test
    void ofTwoElementsWithOneTagTheFirstCounts() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicit(0x00100020, "LO", "A1")
                .explicit(0x00100020, "LO", "B2")
                .array());
        assertEquals("A1", file.dataSet().string(Tag.PATIENT_ID).orElseThrow());
        assertTrue(file.has(Defect.Kind.DUPLICATE_ELEMENT));
    }

    /// Looking through all elements for each one out of order would take hours here.
    @Test
    @Timeout(20)
    void millionsOfElementsOutOfOrderAreReadInSeconds() throws DicomException {
        Bytes bytes = Bytes.part10("1.2.840.10008.1.2").implicit(0x00080060, "CT");
        for (int tag = 0x000FFFFE; tag > 0x00090000; tag -= 2) {
            bytes.tag(tag).int32(0);
        }
        DicomFile file = DicomReader.read(bytes.array());
        assertTrue(file.has(Defect.Kind.OUT_OF_ORDER));
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertTrue(file.dataSet().contains(0x000A1234));
    }

    @Test
    void unlimitedTextHasALongHeader() throws DicomException {
        String text = "x".repeat(70_000);
        DicomFile file = DicomReader.read(explicit()
                .explicitLong(0x0040A160, "UT", text.length())
                .text(text)
                .explicit(0x00420010, "ST", "ok")
                .array());
        assertEquals(text, file.dataSet().string(0x0040A160).orElseThrow());
        assertEquals("ok", file.dataSet().string(0x00420010).orElseThrow());
        assertEquals(List.of(), file.defects());
    }

    @Test
    void aWrongLengthOfTheFileMetaGroupIsNamed() throws DicomException {
        byte[] bytes = explicit().array();
        bytes[140] += 2;
        DicomFile file = DicomReader.read(bytes);
        assertTrue(file.has(Defect.Kind.META_LENGTH_WRONG));
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
    }

    /// An item says how long it is: a delimiter astray in the first does not cost the second.
    @Test
    void anItemEndsWhereItsLengthSays() throws DicomException {
        byte[] first = Bytes.little()
                .explicit(0x00080100, "SH", "A1")
                .end(Tag.SEQUENCE_DELIMITATION_ITEM)
                .explicit(0x00080102, "SH", "DCM ")
                .array();
        byte[] second = Bytes.little().explicit(0x00080100, "SH", "B2").array();
        DicomFile file = DicomReader.read(explicit()
                .explicitLong(0x00081140, "SQ", 16L + first.length + second.length)
                .tag(Tag.ITEM)
                .int32(first.length)
                .raw(first)
                .tag(Tag.ITEM)
                .int32(second.length)
                .raw(second)
                .explicit(0x00200013, "IS", "3 ")
                .array());
        List<DataSet> items = file.dataSet().items(0x00081140);
        assertEquals(
                List.of("A1", "B2"),
                items.stream()
                        .map(item -> item.string(Tag.CODE_VALUE).orElseThrow())
                        .toList());
        assertEquals(3, file.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertTrue(file.has(Defect.Kind.SEQUENCE_BROKEN));
    }

    @Test
    void whatIsNotDicomIsRefusedWithItsReason() {
        assertEquals("viewer.file.empty", refusal(new byte[0]));
        assertEquals(
                "viewer.file.not-dicom",
                refusal("This is a letter, not a picture.".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("viewer.file.gzip", refusal(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3}));
        assertEquals("viewer.file.truncated", refusal(Arrays.copyOf(explicit().array(), 150)));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(DicomException.class, () -> DicomReader.read(bytes)).messageKey();
    }

    @Test
    void bytesThatContradictTheLabelAreReadAsTheyAre() throws DicomException {
        DicomFile file = DicomReader.read(Bytes.part10("1.2.840.10008.1.2")
                .explicit(0x00080060, "CS", "CT")
                .explicit(0x00200013, "IS", "9 ")
                .array());
        assertEquals(9, file.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.transferSyntax());
        assertTrue(file.has(Defect.Kind.TRANSFER_SYNTAX_MISLABELLED));
    }
}
