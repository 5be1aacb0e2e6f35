package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// Values whose form PS3.18 annex F fixes; what is expected is written out by hand.
// [utest->req~dicom.json~1]
class DicomJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static void assertJson(String expected, Bytes elements) throws IOException, DicomException {
        byte[] file = Bytes.part10("1.2.840.10008.1.2.1").raw(elements.array()).array();
        assertEquals(MAPPER.readTree(expected.replace('\'', '"')), json(DicomReader.read(file)));
    }

    private static JsonNode json(DicomFile file) throws IOException {
        StringWriter text = new StringWriter();
        DicomJson.write(file.dataSet(), text);
        return MAPPER.readTree(text.toString());
    }

    @Test
    void namesHaveTheirGroupsAndEmptyOnesNone() throws IOException, DicomException {
        assertJson(
                "{'00080005':{'vr':'CS','Value':['ISO_IR 192']},'00100010':{'vr':'PN','Value':[{'Alphabetic':'A^B'}]},"
                        + "'00101001':{'vr':'PN','Value':[{'Ideographic':'x^y','Phonetic':'z'},null,{'Alphabetic':'C'}]}}",
                Bytes.little()
                        .explicit(0x00080005, "CS", "ISO_IR 192")
                        .explicit(0x00100010, "PN", "A^B ")
                        .explicit(0x00101001, "PN", "=x^y=z\\\\C "));
    }

    @Test
    void emptyValuesKeepTheirPlaceAndNoValueIsNoValue() throws IOException, DicomException {
        assertJson(
                "{'00080008':{'vr':'CS','Value':['A',null,'B']},'00080060':{'vr':'CS'},'00081140':{'vr':'SQ'},"
                        + "'00200032':{'vr':'DS','Value':[1.5,null,-20.0]}}",
                Bytes.little()
                        .explicit(0x00080008, "CS", "A\\\\B")
                        .explicit(0x00080060, "CS", "")
                        .explicitLong(0x00081140, "SQ", 0)
                        .explicit(0x00200032, "DS", "1.5\\\\-2E1 "));
    }

    @Test
    void numbersAreNumbersAndWhatIsNoNumberIsText() throws IOException, DicomException {
        assertJson(
                "{'00200013':{'vr':'IS','Value':[7]},'00200032':{'vr':'DS','Value':[0.5,'x',12.0]},"
                        + "'00280009':{'vr':'AT','Value':['00181063','7FE00010']},'00280106':{'vr':'SS','Value':[-2]},"
                        + "'00280107':{'vr':'US','Value':[65534]},'00720082':{'vr':'SV','Value':[-5]},"
                        + "'00720083':{'vr':'UV','Value':[18446744073709551615]}}",
                Bytes.little()
                        .explicit(0x00200013, "IS", " +7 ")
                        .explicit(0x00200032, "DS", " .5 \\x\\ 12")
                        .explicit(0x00280009, "AT", new byte[] {0x18, 0, 0x63, 0x10, (byte) 0xE0, 0x7F, 0x10, 0})
                        .explicit(0x00280106, "SS", new byte[] {-2, -1})
                        .explicit(0x00280107, "US", new byte[] {-2, -1})
                        .explicitLong(0x00720082, "SV", 8)
                        .int32(-5)
                        .int32(-1)
                        .explicitLong(0x00720083, "UV", 8)
                        .int32(-1)
                        .int32(-1));
    }

    @Test
    void floatsThatJsonCannotHoldAreTheTextsOfTheStandard() throws IOException, DicomException {
        Bytes fl = Bytes.little()
                .int32(Float.floatToIntBits(0.25f))
                .int32(0x7FC00000)
                .int32(0x7F800000)
                .int32(0xFF800000);
        assertJson(
                "{'00089459':{'vr':'FL','Value':[0.25,'NaN','inf','-inf']}}",
                Bytes.little().explicit(0x00089459, "FL", fl.array()));
    }

    @Test
    void groupLengthsAreLeftOutInItemsToo() throws IOException, DicomException {
        byte[] item = Bytes.little()
                .explicit(0x00080000, "UL", new byte[] {10, 0, 0, 0})
                .explicit(0x00080100, "SH", "A1")
                .array();
        assertJson(
                "{'00081140':{'vr':'SQ','Value':[{'00080100':{'vr':'SH','Value':['A1']}}]}}",
                Bytes.little()
                        .explicit(0x00080000, "UL", new byte[] {40, 0, 0, 0})
                        .explicitLong(0x00081140, "SQ", 8 + item.length)
                        .tag(Tag.ITEM)
                        .int32(item.length)
                        .raw(item));
    }

    @Test
    void bytesAreInlineAndPixelsSayHowManyTheyAre() throws IOException, DicomException {
        assertJson(
                "{'00091001':{'vr':'UN','InlineBinary':'AQID/w=='},'7FE00010':{'vr':'OW','BulkDataURI':'#length=4'}}",
                Bytes.little()
                        .explicitLong(0x00091001, "UN", 4)
                        .raw(new byte[] {1, 2, 3, -1})
                        .explicitLong(0x7FE00010, "OW", 4)
                        .text("abcd"));
    }

    @Test
    void pixelsInFragmentsAreCountedEachWhereTheyLie() throws IOException, DicomException {
        Bytes icon = Bytes.little()
                .explicitLong(0x7FE00010, "OB", 0xFFFFFFFFL)
                .tag(Tag.ITEM)
                .int32(0)
                .tag(Tag.ITEM)
                .int32(2)
                .text("ic")
                .end(Tag.SEQUENCE_DELIMITATION_ITEM);
        byte[] file = Bytes.part10("1.2.840.10008.1.2.5")
                .explicitLong(0x00880200, "SQ", 0xFFFFFFFFL)
                .open(Tag.ITEM)
                .raw(icon.array())
                .end(Tag.ITEM_DELIMITATION_ITEM)
                .end(Tag.SEQUENCE_DELIMITATION_ITEM)
                .explicitLong(0x7FE00010, "OB", 0xFFFFFFFFL)
                .tag(Tag.ITEM)
                .int32(4)
                .int32(0)
                .tag(Tag.ITEM)
                .int32(4)
                .text("abcd")
                .tag(Tag.ITEM)
                .int32(6)
                .text("efghij")
                .end(Tag.SEQUENCE_DELIMITATION_ITEM)
                .array();
        JsonNode json = json(DicomReader.read(file));
        assertEquals("#length=10", json.at("/7FE00010/BulkDataURI").asText());
        assertEquals(
                "#length=2", json.at("/00880200/Value/0/7FE00010/BulkDataURI").asText());
    }
}
