package org.readingroom.viewer.display;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// Reads what the corners of a view say about a series.
final class SeriesFactsReader {
    private SeriesFactsReader() {}

    static SeriesFacts facts(ImageHeader header) {
        DataSet data = header.dataSet();
        Patient patient = new Patient(
                new PatientId(header.text(Tag.PATIENT_ID), header.text(Tag.ISSUER_OF_PATIENT_ID)),
                data.string(Tag.PATIENT_NAME).map(PersonName::parse).orElse(PersonName.NONE),
                birthDate(header.text(Tag.PATIENT_BIRTH_DATE)),
                Sex.ofCode(header.text(Tag.PATIENT_SEX)));
        return new SeriesFacts(
                patient,
                header.text(Tag.PATIENT_AGE),
                header.text(Tag.STUDY_DATE),
                header.text(Tag.STUDY_TIME),
                header.text(Tag.STUDY_DESCRIPTION),
                header.text(Tag.ACCESSION_NUMBER),
                header.text(Tag.INSTITUTION_NAME),
                header.text(Tag.MANUFACTURER),
                header.text(Tag.BODY_PART_EXAMINED),
                header.text(Tag.PROTOCOL_NAME),
                data.integer(Tag.SERIES_NUMBER).orElse(0),
                header.text(Tag.SERIES_DATE) + header.text(Tag.SERIES_TIME),
                header.text(Tag.CONTRAST_BOLUS_AGENT));
    }

    private static @Nullable LocalDate birthDate(String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value.strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
