package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers as the standard writes them, and what is none.
// [utest->req~dicom.read.part10~1]
class DicomValuesTest extends WrittenBytes {
    @Test
    void decimalStringsAreReadAsTheStandardWritesThemAndNothingElseIs() throws DicomException {
        assertDecimals("1.5\\-0.25\\3", 1.5, -0.25, 3);
        assertDecimals(" 1.5 \\ +2e-3\\-1E+2 ", 1.5, 0.002, -100);
        assertDecimals(".5\\5.\\007.50", 0.5, 5, 7.5);
        assertDecimals("0.48828125\0", 0.48828125);
        assertDecimals("");
        assertDecimals("  ");
        for (String wrong : new String[] {"1,5", "1\\\\2", "0x10", "NaN", "1e999", "1 2", "1d", "--1", "Infinity"}) {
            assertDecimals(wrong);
        }
    }

    private static void assertDecimals(String text, double... expected) throws DicomException {
        String even = text.length() % 2 == 0 ? text : text + " ";
        DicomFile file =
                DicomReader.read(explicit().explicit(0x00200032, "DS", even).array());
        assertArrayEquals(expected, file.dataSet().decimals(Tag.IMAGE_POSITION_PATIENT), text);
    }

    @Test
    void numbersTooLargeForAnIntAreNoInts() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicit(0x00081161, "UL", new byte[] {-1, -1, -1, -1})
                .array());
        assertTrue(file.dataSet().integer(0x00081161).isEmpty(), "4294967295 is not -1");
        assertEquals(0, file.dataSet().integers(0x00081161).length);
        assertEquals(4294967295L, file.dataSet().longs(0x00081161)[0]);
    }

    @Test
    void integerStringsOutsideTheirRangeAreNoIntegers() throws DicomException {
        DicomFile file = DicomReader.read(explicit()
                .explicit(0x00200012, "IS", "2147483648")
                .explicit(0x00200013, "IS", "-7.0")
                .explicit(0x00200019, "IS", "1.5 ")
                .array());
        assertTrue(file.dataSet().integer(0x00200012).isEmpty());
        assertEquals(2147483648L, file.dataSet().longs(0x00200012)[0]);
        assertEquals(-7, file.dataSet().integer(Tag.INSTANCE_NUMBER).orElseThrow());
        assertTrue(file.dataSet().integer(0x00200019).isEmpty());
    }

    @Test
    void signOfAmbiguousAttributesIsThatOfTheImageInItemsToo() throws DicomException {
        byte[] descriptor = Bytes.little()
                .tag(0x00283002)
                .int32(6)
                .int16(256)
                .int16(0xFC00)
                .int16(16)
                .array();
        Bytes data = Bytes.little()
                .implicit(0x00080060, "CT")
                .tag(0x00280103)
                .int32(2)
                .int16(1)
                .tag(0x00283000)
                .int32(8 + descriptor.length)
                .tag(Tag.ITEM)
                .int32(descriptor.length)
                .raw(descriptor);
        DicomFile file = DicomReader.read(
                Bytes.part10("1.2.840.10008.1.2").raw(data.array()).array());
        DataSet lut = file.dataSet().item(Tag.MODALITY_LUT_SEQUENCE).orElseThrow();
        assertEquals(-1024, lut.integers(Tag.LUT_DESCRIPTOR)[1]);
    }

    @Test
    void oneUnreadableCoordinateMakesThePositionUnreadable() throws DicomException {
        DicomFile file = DicomReader.read(
                explicit().explicit(0x00200032, "DS", "1.5\\x\\3 ").array());
        assertEquals(0, file.dataSet().decimals(Tag.IMAGE_POSITION_PATIENT).length);
        assertEquals(List.of("1.5", "x", "3"), file.dataSet().strings(Tag.IMAGE_POSITION_PATIENT));
    }
}
