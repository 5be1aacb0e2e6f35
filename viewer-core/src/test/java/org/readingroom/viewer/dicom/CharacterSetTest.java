package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~dicom.charset~1]
// [utest->req~dicom.charset.mislabelled~1]
class CharacterSetTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static DicomFile file(String declared, byte[] name) throws DicomException {
        Bytes bytes = Bytes.part10("1.2.840.10008.1.2.1");
        if (!declared.isEmpty()) {
            bytes.explicit(0x00080005, "CS", declared.length() % 2 == 0 ? declared : declared + " ");
        }
        return DicomReader.read(bytes.explicit(0x00080060, "CS", "CT")
                .explicit(0x00100010, "PN", name)
                .array());
    }

    private static String name(DicomFile file) {
        return file.dataSet().string(Tag.PATIENT_NAME).orElseThrow();
    }

    /// The second byte of 乗 is that of a backslash, of 乛 a caret's.
    @Test
    void trailingBytesThatLookLikeDelimitersStayInTheirCharacters() throws DicomException {
        byte[] raw = "乗^乛=\u4E82".getBytes(GBK);
        DicomFile file = file("GB18030", raw);
        assertEquals(List.of("乗^乛=亂"), file.dataSet().strings(Tag.PATIENT_NAME));
        assertTrue(raw[1] == 0x5C && raw[4] == 0x5E, "the case is the one meant");
        assertEquals(List.of(), file.defects());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO_IR 6", "ISO_IR 100", "ISO_IR 192"})
    void gbkUnderAnotherLabelIsReadAsChineseAndMarked(String declared) throws DicomException {
        DicomFile file = file(declared, "Yanshi^Jia=演示^甲乙".getBytes(GBK));
        assertEquals("Yanshi^Jia=演示^甲乙", name(file));
        assertTrue(file.has(Defect.Kind.CHARACTER_SET_GUESSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO_IR 100", "GB18030", "GBK"})
    void utf8UnderAnotherLabelIsReadAsUtf8AndMarked(String declared) throws DicomException {
        DicomFile file = file(declared, "Yanshi^Jia=演示^甲 ".getBytes(StandardCharsets.UTF_8));
        assertEquals("Yanshi^Jia=演示^甲", name(file));
        assertTrue(file.has(Defect.Kind.CHARACTER_SET_GUESSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller^Jörg", "Größe^Äußere", "Åse^Søren", "Étienne^Benoît", "Nuñez^Íñigo"})
    void declaredLatinNamesStayLatin(String latin) throws DicomException {
        DicomFile file = file("ISO_IR 100", latin.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(latin, name(file));
        assertFalse(file.has(Defect.Kind.CHARACTER_SET_GUESSED));
    }

    @Test
    void cyrillicUnderItsOwnLabelIsNotTakenForChinese() throws DicomException {
        DicomFile file = file("ISO_IR 144", "Люкceмбypг".getBytes(Charset.forName("ISO-8859-5")));
        assertEquals("Люкceмбypг", name(file));
        assertEquals(List.of(), file.defects());
    }

    @Test
    void itemsInheritTheCharacterSetOrBringTheirOwn() throws DicomException {
        byte[] inherited = Bytes.little()
                .explicit(0x00080104, "LO", "胸部".getBytes(Charset.forName("GB18030")))
                .array();
        byte[] own = Bytes.little()
                .explicit(0x00080005, "CS", "ISO_IR 192")
                .explicit(0x00080104, "LO", "胸部".getBytes(StandardCharsets.UTF_8))
                .array();
        DicomFile file = DicomReader.read(Bytes.part10("1.2.840.10008.1.2.1")
                .explicit(0x00080005, "CS", "GB18030 ")
                .explicitLong(0x00081032, "SQ", 16L + inherited.length + own.length)
                .tag(Tag.ITEM)
                .int32(inherited.length)
                .raw(inherited)
                .tag(Tag.ITEM)
                .int32(own.length)
                .raw(own)
                .array());
        for (DataSet item : file.dataSet().items(Tag.PROCEDURE_CODE_SEQUENCE)) {
            assertEquals("胸部", item.string(Tag.CODE_MEANING).orElseThrow());
        }
        assertEquals(List.of(), file.defects());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zh-declared-gb18030-utf8-bytes",
                "zh-declared-ir100-gbk-bytes",
                "zh-declared-utf8-gbk-bytes",
                "zh-undeclared-gbk-bytes",
                "zh-gb18030",
                "zh-gbk",
                "zh-ir58",
                "zh-utf8"
            })
    void chineseNamesOfTheSharedFilesAreOneAndTheSame(String name) throws DicomException {
        DicomFile file = DicomReader.read(SharedData.path("charset/" + name + ".dcm"));
        PersonName patient = PersonName.parse(name(file));
        assertEquals("Zhang^San", patient.alphabetic());
        assertEquals("张^三", patient.ideographic());
        assertEquals(name.contains("declared"), file.has(Defect.Kind.CHARACTER_SET_GUESSED), "marked when guessed");
    }
}
