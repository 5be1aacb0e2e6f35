package org.readingroom.viewer.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.deidentify.DeidentificationReport.Outcome;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

// [utest->req~export.deidentify~1]
// [utest->req~export.deidentify.report~1]
class DeidentifierTest {
    private static final Pseudonyms OURS = Pseudonyms.forOneRun(new SecureRandom());
    private static final String STUDY = "1.2.276.99.1";
    private static final int REQUEST = Tag.REQUEST_ATTRIBUTES_SEQUENCE;
    private static final int REFERENCED = 0x00081140;

    /// An object that tells of its patient in every way that came to mind.
    private static DataSetBuilder telling(String charset) {
        return DataSetBuilder.create(charset)
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, STUDY + ".1.1")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, STUDY)
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, STUDY + ".1")
                .text(Tag.STUDY_DATE, Vr.DA, "20240229")
                .text(0x00080021, Vr.DA, "20240302")
                .text(0x0008002A, Vr.DT, "20240229101112.5+0800")
                .text(0x00080030, Vr.TM, "101112")
                .text(Tag.ACCESSION_NUMBER, Vr.SH, "ACC-778899")
                .text(Tag.INSTITUTION_NAME, Vr.LO, "Hospital of Nowhere")
                .text(0x00080090, Vr.PN, "Quacksalber^Quentin")
                .text(0x00081030, Vr.LO, "Chest of Sonnenschein")
                .text(0x0008103E, Vr.LO, "axial 5 mm")
                .text(Tag.PATIENT_NAME, Vr.PN, "Sonnenschein^Sieglinde")
                .text(Tag.PATIENT_ID, Vr.LO, "PID-123456")
                .text(0x00100030, Vr.DA, "19501231")
                .text(0x00100040, Vr.CS, "F")
                .text(0x00101010, Vr.AS, "073Y")
                .text(0x00104000, Vr.LT, "Sieglinde came with her husband")
                .text(0x00181000, Vr.LO, "SN-445566")
                .text(0x00189074, Vr.DT, "20240229101112")
                .text(0x00280301, Vr.CS, "NO")
                .text(0x00290010, Vr.LO, "SOME MAKER")
                .text(0x00291001, Vr.LO, "Sonnenschein")
                .text(0x0040A007, Vr.CS, "F")
                .sequence(
                        REFERENCED,
                        List.of(DataSetBuilder.create()
                                .text(0x00081150, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                                .text(0x00081155, Vr.UI, STUDY + ".1.2")
                                .text(0x00200052, Vr.UI, STUDY + ".9")
                                .build()))
                .sequence(
                        REQUEST,
                        List.of(DataSetBuilder.create()
                                .text(0x00400007, Vr.LO, "Sonnenschein")
                                .build()))
                .text(0x00200052, Vr.UI, STUDY + ".9");
    }

    private static DicomFile file(DataSetBuilder built) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, built.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        return DicomReader.read(out.toByteArray());
    }

    private static byte[] without(DataSetBuilder built, DeidentifyOption... options) throws Exception {
        return new Deidentifier(Set.of(options), OURS).apply(file(built));
    }

    private static DataSet read(byte[] bytes) throws Exception {
        return DicomReader.read(bytes).dataSet();
    }

    @Test
    void nothingOfThePatientIsLeftInAnyByte() throws Exception {
        byte[] bytes = without(telling(""));
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String told : List.of(
                "Sonnenschein",
                "Sieglinde",
                "PID-123456",
                "ACC-778899",
                "Quacksalber",
                "Nowhere",
                "SN-445566",
                "20240229",
                "20240302",
                "19501231",
                "073Y",
                STUDY,
                "SOME MAKER",
                "101112",
                "axial")) {
            assertFalse(all.contains(told), told);
        }
        DataSet data = read(bytes);
        assertEquals("YES", data.string(0x00120062).orElseThrow());
        assertEquals("REMOVED", data.string(0x00280303).orElseThrow());
        assertEquals(
                "113100", data.item(0x00120064).orElseThrow().string(0x00080100).orElseThrow());
        assertTrue(data.contains(Tag.ACCESSION_NUMBER), "of type 2: without a value, not without the attribute");
        assertEquals(0, data.length(Tag.ACCESSION_NUMBER));
        assertFalse(data.contains(0x00104000));
    }

    @Test
    void identifiersAreReplacedTheSameEverywhere() throws Exception {
        DataSet data = read(without(telling("")));
        String frame = data.string(0x00200052).orElseThrow();
        DataSet referenced = data.item(REFERENCED).orElseThrow();
        assertEquals(frame, referenced.string(0x00200052).orElseThrow());
        assertTrue(frame.matches("2\\.25\\.\\d+") && frame.length() <= 64, frame);
        assertEquals("1.2.840.10008.5.1.4.1.1.2", referenced.string(0x00081150).orElseThrow());
        DataSet again = read(new Deidentifier(Set.of(), OURS).apply(file(telling(""))));
        assertEquals(data.string(Tag.PATIENT_ID), again.string(Tag.PATIENT_ID));
        assertEquals(data.string(Tag.STUDY_INSTANCE_UID), again.string(Tag.STUDY_INSTANCE_UID));
        DataSet otherRun =
                read(new Deidentifier(Set.of(), Pseudonyms.forOneRun(new SecureRandom())).apply(file(telling(""))));
        assertNotEquals(data.string(Tag.PATIENT_ID), otherRun.string(Tag.PATIENT_ID));
        assertNotEquals(data.string(Tag.STUDY_INSTANCE_UID), otherRun.string(Tag.STUDY_INSTANCE_UID));
    }

    @Test
    void datesOfAPatientMoveTogether() throws Exception {
        DataSet data = read(without(telling(""), DeidentifyOption.RETAIN_MODIFIED_DATES));
        LocalDate study = date(data, Tag.STUDY_DATE);
        LocalDate series = date(data, 0x00080021);
        // 29 February to 2 March of a leap year
        assertEquals(2, ChronoUnit.DAYS.between(study, series));
        long moved = ChronoUnit.DAYS.between(study, LocalDate.of(2024, 2, 29));
        assertTrue(moved >= 30 && moved < 3650, Long.toString(moved));
        String time = data.string(0x0008002A).orElseThrow();
        assertEquals(study.format(DateTimeFormatter.BASIC_ISO_DATE) + "101112.5+0800", time);
        assertEquals("101112", data.string(0x00080030).orElseThrow());
        assertEquals(0, data.length(0x00100030), "the birth date never stays");
        assertEquals("MODIFIED", data.string(0x00280303).orElseThrow());
    }

    private static LocalDate date(DataSet data, int tag) {
        return LocalDate.parse(data.string(tag).orElseThrow(), DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Test
    void eachOptionKeepsItsOwnAndNoMore() throws Exception {
        assertEquals(
                "20240229",
                read(without(telling(""), DeidentifyOption.RETAIN_FULL_DATES))
                        .string(Tag.STUDY_DATE)
                        .orElseThrow());
        DataSet person = read(without(telling(""), DeidentifyOption.RETAIN_PATIENT_CHARACTERISTICS));
        assertEquals("F", person.string(0x00100040).orElseThrow());
        assertEquals("073Y", person.string(0x00101010).orElseThrow());
        assertFalse(person.contains(0x00181000));
        DataSet device = read(without(telling(""), DeidentifyOption.RETAIN_DEVICE_IDENTITY));
        assertEquals("SN-445566", device.string(0x00181000).orElseThrow());
        assertFalse(device.contains(0x00101010));
        DataSet place = read(without(telling(""), DeidentifyOption.RETAIN_INSTITUTION_IDENTITY));
        assertEquals("Hospital of Nowhere", place.string(Tag.INSTITUTION_NAME).orElseThrow());
        DataSet uids = read(without(telling(""), DeidentifyOption.RETAIN_UIDS));
        assertEquals(STUDY, uids.string(Tag.STUDY_INSTANCE_UID).orElseThrow());
        assertThrows(
                IllegalArgumentException.class,
                () -> without(telling(""), DeidentifyOption.RETAIN_FULL_DATES, DeidentifyOption.RETAIN_MODIFIED_DATES));
    }

    @Test
    void aDescriptionStaysOnlyWhenNoNameAndNoNumberIsInIt() throws Exception {
        DataSet data = read(
                without(telling("").text(0x00181030, Vr.LO, "routine 20240229"), DeidentifyOption.CLEAN_DESCRIPTORS));
        assertEquals("axial 5 mm", data.string(0x0008103E).orElseThrow());
        assertEquals(0, data.length(0x00081030), "it named her");
        assertEquals(0, data.length(0x00181030), "it told the day");
        assertFalse(data.contains(0x00104000), "sentences are never cleaned by rule");
        assertEquals(0, data.item(REQUEST).orElseThrow().length(0x00400007), "what lies deeper is looked at as well");
    }

    @Test
    void chineseNamesGoInWhicheverCharacterSet() throws Exception {
        for (String charset : List.of("GB18030", "ISO_IR 192", "GBK")) {
            byte[] bytes = without(
                    telling(charset)
                            .text(Tag.PATIENT_NAME, Vr.PN, "Wang^Xiaodong=王^小东")
                            .text(0x0008103E, Vr.LO, "胸部 小东")
                            .text(0x00081030, Vr.LO, "胸部平扫"),
                    DeidentifyOption.CLEAN_DESCRIPTORS);
            DataSet data = read(bytes);
            assertEquals("胸部平扫", data.string(0x00081030).orElseThrow());
            assertEquals(0, data.length(0x0008103E));
            for (Charset each : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
                String sought = new String("小东".getBytes(each), StandardCharsets.ISO_8859_1);
                assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains(sought));
            }
        }
    }

    @Test
    void whatCannotBeDoneHonestlyIsRefused() {
        assertRefused("viewer.deidentify.document", telling("").bytes(0x00420011, Vr.OB, new byte[] {1, 2}));
        assertRefused("viewer.deidentify.structured", telling("").sequence(Tag.CONTENT_SEQUENCE, List.of()));
        assertRefused("viewer.deidentify.overlay", telling("").integers(0x60000100, Vr.US, 16));
        // a code string is kept by the profile, whatever somebody wrote into it
        assertRefused("viewer.deidentify.residue", telling("").text(0x00180022, Vr.CS, "SONNENSCHEIN"));
    }

    private static void assertRefused(String key, DataSetBuilder built) {
        assertEquals(
                key,
                assertThrows(DeidentifyException.class, () -> without(built)).messageKey());
    }

    @Test
    void onlySafeNumbersOfMakersStay() throws Exception {
        DataSetBuilder pet = telling("")
                .text(0x70530010, Vr.LO, "Philips PET Private Group")
                .text(0x70531000, Vr.DS, "0.000551")
                .text(0x70531001, Vr.LO, "Sonnenschein")
                .text(0x70531009, Vr.DS, "Sonnenschein");
        assertFalse(read(without(pet)).contains(0x70531000));
        DataSet kept = read(without(pet, DeidentifyOption.RETAIN_SAFE_PRIVATE));
        assertEquals("0.000551", kept.string(0x70531000).orElseThrow());
        assertEquals("Philips PET Private Group", kept.string(0x70530010).orElseThrow());
        assertFalse(kept.contains(0x70531001));
        assertFalse(kept.contains(0x70531009), "a number's place that holds a word");
        assertFalse(kept.contains(0x00290010));
    }

    @Test
    void theReportCountsAndTellsNothing() throws Exception {
        Deidentifier deidentifier = new Deidentifier(Set.of(), OURS);
        deidentifier.apply(file(telling("")));
        deidentifier.apply(file(telling("")));
        String table = deidentifier.report().table();
        assertEquals(2, deidentifier.report().objects());
        assertTrue(table.contains("(0010,0010)\tPatientName\t0\t0\t2\t0\t0\n"), table);
        assertTrue(table.contains("(0020,000D)\tStudyInstanceUID\t0\t0\t0\t2\t0\n"), table);
        assertTrue(table.contains("(0029,xxxx)\tPrivate\t0\t4\t0\t0\t0\n"), table);
        assertFalse(table.contains("Sonnenschein") || table.contains("PID") || table.contains(STUDY));
        assertTrue(deidentifier.report().count(Outcome.REMOVED) > 10);
    }

    /// A row of each kind, read off the printed table.
    @Test
    void theTableSaysWhatTheStandardSays() {
        assertEquals(459, ProfileTable.size());
        assertEquals(
                new ProfileTable.Row("Z", ""),
                ProfileTable.row(Tag.PATIENT_NAME).orElseThrow());
        assertEquals(
                new ProfileTable.Row("X", "k"), ProfileTable.row(0x00101010).orElseThrow());
        assertEquals(
                new ProfileTable.Row("U", "u"),
                ProfileTable.row(Tag.SOP_INSTANCE_UID).orElseThrow());
        assertEquals(
                new ProfileTable.Row("X/Z/D", "d"), ProfileTable.row(0x00181000).orElseThrow());
        assertEquals(
                new ProfileTable.Row("D", "s"),
                ProfileTable.row(Tag.CONTENT_SEQUENCE).orElseThrow());
        assertEquals(
                new ProfileTable.Row("X", "g"), ProfileTable.row(0x60043000).orElseThrow());
        assertEquals(
                new ProfileTable.Row("Z", "f"), ProfileTable.row(Tag.STUDY_DATE).orElseThrow());
        assertEquals(
                new ProfileTable.Row("X", "t"), ProfileTable.row(0x0008103E).orElseThrow());
    }
}
