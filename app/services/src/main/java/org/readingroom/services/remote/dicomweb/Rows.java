package org.readingroom.services.remote.dicomweb;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// Makes studies, series and instances of what QIDO-RS lists. A row without its identifier is none.
final class Rows {
    private Rows() {}

    static Optional<Study> study(JsonAttributes row) {
        TreeSet<String> modalities = new TreeSet<>(row.texts(Tag.MODALITIES_IN_STUDY));
        modalities.remove("");
        return row.text(Tag.STUDY_INSTANCE_UID)
                .map(uid -> new Study(
                        new StudyUid(uid),
                        patient(row),
                        text(row, Tag.ACCESSION_NUMBER),
                        dateTime(row),
                        text(row, Tag.STUDY_DESCRIPTION),
                        modalities,
                        text(row, Tag.BODY_PART_EXAMINED),
                        row.integer(WebTag.NUMBER_OF_STUDY_RELATED_SERIES),
                        row.integer(WebTag.NUMBER_OF_STUDY_RELATED_INSTANCES)));
    }

    static Optional<Series> series(JsonAttributes row, StudyUid study) {
        if (!isOf(row, Tag.STUDY_INSTANCE_UID, study.value())) {
            return Optional.empty();
        }
        return row.text(Tag.SERIES_INSTANCE_UID)
                .map(uid -> new Series(
                        new SeriesUid(uid),
                        study,
                        text(row, Tag.MODALITY),
                        row.integer(Tag.SERIES_NUMBER),
                        text(row, Tag.SERIES_DESCRIPTION),
                        text(row, Tag.BODY_PART_EXAMINED),
                        text(row, Tag.LATERALITY),
                        row.integer(WebTag.NUMBER_OF_SERIES_RELATED_INSTANCES)));
    }

    static Optional<ArchiveInstance> instance(JsonAttributes row, StudyUid study, SeriesUid series) {
        if (!isOf(row, Tag.STUDY_INSTANCE_UID, study.value()) || !isOf(row, Tag.SERIES_INSTANCE_UID, series.value())) {
            return Optional.empty();
        }
        return row.text(Tag.SOP_INSTANCE_UID)
                .map(uid -> new ArchiveInstance(
                        new SopInstanceUid(uid),
                        series,
                        study,
                        text(row, Tag.SOP_CLASS_UID),
                        row.integer(Tag.INSTANCE_NUMBER),
                        row.integer(Tag.NUMBER_OF_FRAMES)));
    }

    /// A row that does not say whose it is was found under the address of what was asked for, and is believed.
    private static boolean isOf(JsonAttributes row, int tag, String uid) {
        return row.text(tag).map(uid::equals).orElse(true);
    }

    private static Patient patient(JsonAttributes row) {
        return new Patient(
                new PatientId(text(row, Tag.PATIENT_ID), text(row, Tag.ISSUER_OF_PATIENT_ID)),
                row.name(Tag.PATIENT_NAME),
                row.text(Tag.PATIENT_BIRTH_DATE).flatMap(DicomTimes::date).orElse(null),
                Sex.ofCode(text(row, Tag.PATIENT_SEX)));
    }

    private static @Nullable LocalDateTime dateTime(JsonAttributes row) {
        Optional<LocalDate> day = row.text(Tag.STUDY_DATE).flatMap(DicomTimes::date);
        LocalTime time = row.text(Tag.STUDY_TIME).flatMap(DicomTimes::time).orElse(LocalTime.MIDNIGHT);
        return day.map(date -> date.atTime(time)).orElse(null);
    }

    private static String text(JsonAttributes row, int tag) {
        return row.text(tag).orElse("");
    }
}
