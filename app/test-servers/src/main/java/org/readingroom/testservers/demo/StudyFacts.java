package org.readingroom.testservers.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// What an order says of a study, as its pictures say it. Texts are empty where they say nothing.
record StudyFacts(
        String studyUid,
        String accession,
        String patientId,
        String patientName,
        String birthDate,
        String sex,
        List<String> modalities,
        String bodyPart,
        String description,
        ZonedDateTime started) {

    /// What was asked for; the others belong to it, as the CT to a PET.
    String modality() {
        return modalities.getLast();
    }

    /// `first` and `last` are images of one study.
    static StudyFacts of(DataSet first, DataSet last) {
        StudyFacts facts = of(last);
        String other = text(first, Tag.MODALITY);
        return new StudyFacts(
                facts.studyUid,
                facts.accession,
                facts.patientId,
                facts.patientName,
                facts.birthDate,
                facts.sex,
                other.equals(facts.modality()) ? facts.modalities : List.of(other, facts.modality()),
                facts.bodyPart,
                facts.description,
                facts.started);
    }

    static StudyFacts of(DataSet image) {
        return new StudyFacts(
                text(image, Tag.STUDY_INSTANCE_UID),
                text(image, Tag.ACCESSION_NUMBER),
                text(image, Tag.PATIENT_ID),
                text(image, Tag.PATIENT_NAME),
                text(image, Tag.PATIENT_BIRTH_DATE),
                text(image, Tag.PATIENT_SEX),
                List.of(text(image, Tag.MODALITY)),
                text(image, Tag.BODY_PART_EXAMINED),
                text(image, Tag.STUDY_DESCRIPTION),
                started(text(image, Tag.STUDY_DATE), text(image, Tag.STUDY_TIME)));
    }

    /// For pictures that carry none.
    StudyFacts withAccession(String other) {
        return accession.isEmpty()
                ? new StudyFacts(
                        studyUid,
                        other,
                        patientId,
                        patientName,
                        birthDate,
                        sex,
                        modalities,
                        bodyPart,
                        description,
                        started)
                : this;
    }

    private static String text(DataSet image, int tag) {
        return image.string(tag).map(String::strip).orElse("");
    }

    private static ZonedDateTime started(String date, String time) {
        LocalDate day = date(date).orElse(LocalDate.of(2000, 1, 1));
        LocalTime at = time.matches("\\d{6}.*")
                ? LocalTime.parse(time.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss"))
                : LocalTime.MIDNIGHT;
        return LocalDateTime.of(day, at).atZone(ZoneId.systemDefault());
    }

    static Optional<LocalDate> date(String dicom) {
        try {
            return Optional.of(LocalDate.parse(dicom, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
