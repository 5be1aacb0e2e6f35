package org.readingroom.services.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What the index keeps of one file, at every level.
///
/// `frames` is 0 for objects without pixels. `priority` is the code of Requested Procedure Priority (0040,1003),
/// empty when absent.
public record InstanceHeader(
        Patient patient,
        StudyUid study,
        String accessionNumber,
        @Nullable LocalDateTime studyTime,
        String studyDescription,
        String priority,
        SeriesUid series,
        String modality,
        int seriesNumber,
        String seriesDescription,
        String bodyPart,
        String laterality,
        SopInstanceUid instance,
        String sopClassUid,
        String transferSyntaxUid,
        int number,
        int frames) {
    private static final int REQUESTED_PROCEDURE_PRIORITY = 0x00401003;

    /// **Errors:** `services.import.no-identifiers` when a UID that the index needs is missing.
    public static InstanceHeader of(DicomFile file) throws WorkstationException {
        DataSet set = file.dataSet();
        int frames = file.pixelData().isEmpty()
                ? 0
                : Math.max(1, set.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        return new InstanceHeader(
                patient(set),
                new StudyUid(uid(set, Tag.STUDY_INSTANCE_UID)),
                text(set, Tag.ACCESSION_NUMBER),
                time(set),
                text(set, Tag.STUDY_DESCRIPTION),
                text(set, REQUESTED_PROCEDURE_PRIORITY),
                new SeriesUid(uid(set, Tag.SERIES_INSTANCE_UID)),
                text(set, Tag.MODALITY),
                set.integer(Tag.SERIES_NUMBER).orElse(0),
                text(set, Tag.SERIES_DESCRIPTION),
                text(set, Tag.BODY_PART_EXAMINED),
                text(set, Tag.LATERALITY),
                new SopInstanceUid(uid(set, Tag.SOP_INSTANCE_UID)),
                text(set, Tag.SOP_CLASS_UID),
                file.transferSyntax().uid(),
                set.integer(Tag.INSTANCE_NUMBER).orElse(0),
                frames);
    }

    private static Patient patient(DataSet set) {
        return new Patient(
                new PatientId(text(set, Tag.PATIENT_ID), text(set, Tag.ISSUER_OF_PATIENT_ID)),
                PersonName.parse(text(set, Tag.PATIENT_NAME)),
                date(text(set, Tag.PATIENT_BIRTH_DATE)),
                Sex.ofCode(text(set, Tag.PATIENT_SEX)));
    }

    private static String text(DataSet set, int tag) {
        return set.string(tag).orElse("").strip();
    }

    private static String uid(DataSet set, int tag) throws WorkstationException {
        String uid = text(set, tag);
        if (uid.isEmpty()) {
            throw new WorkstationException(
                    "services.import.no-identifiers", List.of(), "a UID the index needs is missing", null);
        }
        return uid;
    }

    /// Study Date and Time, else the Acquisition Date and Time; midnight when only the date is there.
    private static @Nullable LocalDateTime time(DataSet set) {
        LocalDate date = date(text(set, Tag.STUDY_DATE));
        String time = text(set, Tag.STUDY_TIME);
        if (date == null) {
            date = date(text(set, Tag.ACQUISITION_DATE));
            time = text(set, Tag.ACQUISITION_TIME);
        }
        return date == null ? null : date.atTime(time(time));
    }

    /// DA as PS3.5 section 6.2 has it, and the dots and dashes that older files put into it.
    private static @Nullable LocalDate date(String value) {
        String digits = value.replaceAll("[.\\-/]", "");
        if (digits.length() < 8) {
            return null;
        }
        try {
            return LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String value) {
        String digits = value.replace(":", "");
        try {
            int hour = digits.length() >= 2 ? Integer.parseInt(digits.substring(0, 2)) : 0;
            int minute = digits.length() >= 4 ? Integer.parseInt(digits.substring(2, 4)) : 0;
            int second = digits.length() >= 6 ? Math.min(59, Integer.parseInt(digits.substring(4, 6))) : 0;
            return LocalTime.of(hour, minute, second);
        } catch (NumberFormatException | DateTimeException e) {
            return LocalTime.MIDNIGHT;
        }
    }
}
