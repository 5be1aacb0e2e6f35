package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// The names that PS3.5 annexes H.3, I.2, J.3 and K.2 spell out byte by byte.
    @ParameterizedTest
    @CsvSource({
        "'\\ISO 2022 IR 87', Yamada^Tarou=山田^太郎=やまだ^たろう,"
                + "59616d6164615e5461726f753d1b24423b3345441b28425e1b244242404f3a1b28423d1b24422464245e24401b28425e"
                + "1b2442243f246d24261b2842",
        "'ISO 2022 IR 13\\ISO 2022 IR 87', ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう,"
                + "d4cfc0de5ec0dbb33d1b24423b3345441b284a5e1b244242404f3a1b284a3d1b24422464245e24401b284a5e"
                + "1b2442243f246d24261b284a",
        "'\\ISO 2022 IR 149', Hong^Gildong=洪^吉洞=홍^길동,"
                + "486f6e675e47696c646f6e673d1b242943fbf35e1b242943d1ced4d73d1b242943c8ab5e1b242943b1e6b5bf",
        "'\\ISO 2022 IR 58', Zhang^XiaoDong=张^小东," + "5a68616e675e5869616f446f6e673d1b242941d5c55e1b242941d0a1b6ab",
        "ISO_IR 192, Wang^XiaoDong=王^小東, 57616e675e5869616f446f6e673de78e8b5ee5b08fe69db1",
        "GB18030, Wang^XiaoDong=王^小东, 57616e675e5869616f446f6e673dcdf55ed0a1b6ab"
    })
    void namesAreThoseTheStandardSpellsOut(String declared, String expected, String hex) throws DicomException {
        byte[] raw = HexFormat.of().parseHex(hex);
        DicomFile file = file(declared, raw.length % 2 == 0 ? raw : Arrays.copyOf(raw, raw.length + 1));
        assertEquals(expected, name(file));
        assertEquals(List.of(), file.defects());
    }

    /// After a delimiter the sets of the first value are back: the two high bytes are Latin letters, not a syllable.
    @Test
    void delimitersAndLineEndsBringTheFirstSetBack() throws DicomException {
        byte[] raw = HexFormat.of().parseHex("1b242943b1e65ee9e83de9e8");
        DicomFile file = file("ISO 2022 IR 100\\ISO 2022 IR 149", raw);
        assertEquals("길^éè=éè", name(file));
        byte[] text = HexFormat.of().parseHex("1b242943b1e60d0ae9e8");
        DicomFile lines = DicomReader.read(Bytes.part10("1.2.840.10008.1.2.1")
                .explicit(0x00080005, "CS", "ISO 2022 IR 100\\ISO 2022 IR 149 ")
                .explicit(0x00104000, "LT", text)
                .array());
        assertEquals("길\r\néè", lines.dataSet().string(0x00104000).orElseThrow());
        byte[] values = HexFormat.of().parseHex("1b242943b1e65ce9e8");
        DicomFile listed = DicomReader.read(Bytes.part10("1.2.840.10008.1.2.1")
                .explicit(0x00080005, "CS", "ISO 2022 IR 100\\ISO 2022 IR 149 ")
                .explicit(0x00081080, "LO", Arrays.copyOf(values, 10))
                .array());
        assertEquals(List.of("길", "éè"), listed.dataSet().strings(0x00081080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO_IR 6", "ISO_IR 100", "ISO_IR 192"})
    void gbkUnderAnotherLabelIsReadAsChineseAndMarked(String declared) throws DicomException {
        DicomFile file = file(declared, "Yanshi^Jia=演示^甲乙".getBytes(GBK));
        assertEquals("Yanshi^Jia=演示^甲乙", name(file));
        assertTrue(file.has(Defect.Kind.CHARACTER_SET_GUESSED));
    }

    /// Common names whose GBK bytes are UTF-8 by chance, of Greek and Cyrillic letters: all text of the file
    /// must not look Chinese for them to be that.
    @ParameterizedTest
    @CsvSource({"'', 谢伟", "'', 姚强", "'', 谢志强", "ISO_IR 100, 叶霞", "ISO_IR 100, 魏平"})
    void gbkThatIsUtf8ByChanceIsReadAsChinese(String declared, String name) throws DicomException {
        byte[] raw = name.getBytes(GBK);
        assertEquals(-1, new String(raw, StandardCharsets.UTF_8).indexOf('\uFFFD'), "the case is the one meant");
        DicomFile file = file(declared, raw);
        assertEquals(name, name(file));
        assertTrue(file.has(Defect.Kind.CHARACTER_SET_GUESSED));
    }

    /// European text in UTF-8 has its letters among plain ones, or bytes that no Chinese character has.
    @ParameterizedTest
    @CsvSource({"'', Müller^Jörg", "'', Иванов^Пётр", "ISO_IR 100, Νικολάου", "ISO_IR 144, Петров"})
    void europeanUtf8IsNotTakenForChinese(String declared, String name) throws DicomException {
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        assertEquals(name, name(file(declared, raw.length % 2 == 0 ? raw : Arrays.copyOf(raw, raw.length + 1))));
    }

    /// Text of a set that is declared and fits, whose bytes are UTF-8 by chance.
    @ParameterizedTest
    @CsvSource({"ISO_IR 13, ﾆｼ, c6bc", "ISO_IR 166, ยก, c2a1"})
    void whatFitsItsDeclarationIsNotTakenForUtf8(String declared, String name, String hex) throws DicomException {
        DicomFile file = file(declared, java.util.HexFormat.of().parseHex(hex));
        assertEquals(name, name(file));
        assertEquals(List.of(), file.defects());
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
