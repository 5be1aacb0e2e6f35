package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.phantom.CrChestPhantom;

// [utest->req~dicom.identity~1]
class StudyReaderTest {
    @Test
    void everyLevelIsTold() throws DicomException {
        StudyReader.Identity identity =
                StudyReader.read(CrChestPhantom.prior().instance(0).file());
        assertEquals("演示丙", identity.study().patient().name().display());
        assertEquals("DEMO-0003", identity.study().patient().id().value());
        assertEquals(Sex.MALE, identity.study().patient().sex());
        assertEquals(LocalDate.of(1955, 3, 4), identity.study().patient().birthDate());
        assertEquals(LocalDateTime.of(2025, 6, 10, 14, 15), identity.study().dateTime());
        assertEquals("DEMO25061007", identity.study().accessionNumber());
        assertEquals("CR", identity.study().modalities().first());
        assertEquals("CHEST", identity.series().bodyPart());
        assertEquals(1, identity.series().number());
        assertEquals(1024, identity.instance().rows());
        assertEquals(1, identity.instance().frames());
    }

    @Test
    void missingIdentifierIsRefusedAndMissingRestIsEmpty() throws DicomException {
        DataSetBuilder builder = DataSetBuilder.create("")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2");
        assertEquals(
                "viewer.file.no-identity",
                assertThrows(DicomException.class, () -> StudyReader.read(file(builder)))
                        .messageKey());
        StudyReader.Identity identity = StudyReader.read(file(builder.text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.3")));
        assertNull(identity.study().dateTime());
        assertNull(identity.study().patient().birthDate());
        assertEquals(0, identity.instance().frames());
        assertEquals(0, identity.study().modalities().size());
    }

    private static DicomFile file(DataSetBuilder builder) {
        DataSet data = builder.build();
        return new DicomFile(data, data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty(), java.util.List.of());
    }

    @Test
    void oldAndShortFormsOfDatesAndTimesAreUnderstoodAndNonsenseIsNot() {
        assertEquals(LocalDate.of(1997, 8, 15), DicomTimes.date("1997.08.15").orElseThrow());
        assertEquals(LocalTime.of(10, 27), DicomTimes.time("1027").orElseThrow());
        assertEquals(
                LocalTime.of(10, 27, 33, 250_000_000),
                DicomTimes.time("102733.25").orElseThrow());
        assertEquals(LocalTime.of(10, 27, 33), DicomTimes.time("10:27:33").orElseThrow());
        assertEquals(LocalTime.of(23, 59, 59), DicomTimes.time("235960").orElseThrow());
        assertEquals(Optional.empty(), DicomTimes.date("20260230"));
        assertEquals(Optional.empty(), DicomTimes.time("9am"));
    }
}
