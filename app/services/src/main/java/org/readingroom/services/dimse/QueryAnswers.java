package org.readingroom.services.dimse;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.TreeSet;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// Reads the matches of C-FIND. A match without its UID is none; one of another study or series neither.
final class QueryAnswers {
    private QueryAnswers() {}

    static Optional<Study> study(DataSet match) {
        Optional<LocalDate> date = match.string(Tag.STUDY_DATE).flatMap(DicomTimes::date);
        LocalTime time = match.string(Tag.STUDY_TIME).flatMap(DicomTimes::time).orElse(LocalTime.MIDNIGHT);
        TreeSet<String> modalities = new TreeSet<>(match.strings(Tag.MODALITIES_IN_STUDY));
        modalities.removeIf(String::isBlank);
        return uid(match, Tag.STUDY_INSTANCE_UID)
                .map(uid -> new Study(
                        new StudyUid(uid),
                        patient(match),
                        text(match, Tag.ACCESSION_NUMBER),
                        date.map(day -> day.atTime(time)).orElse(null),
                        text(match, Tag.STUDY_DESCRIPTION),
                        modalities,
                        "",
                        match.integer(QueryKeys.STUDY_RELATED_SERIES).orElse(0),
                        match.integer(QueryKeys.STUDY_RELATED_INSTANCES).orElse(0)));
    }

    private static Patient patient(DataSet match) {
        return new Patient(
                new PatientId(text(match, Tag.PATIENT_ID), text(match, Tag.ISSUER_OF_PATIENT_ID)),
                match.string(Tag.PATIENT_NAME).map(PersonName::parse).orElse(PersonName.NONE),
                match.string(Tag.PATIENT_BIRTH_DATE).flatMap(DicomTimes::date).orElse(null),
                Sex.ofCode(text(match, Tag.PATIENT_SEX)));
    }

    static Optional<Series> series(DataSet match, StudyUid study) {
        if (!isOf(match, Tag.STUDY_INSTANCE_UID, study.value())) {
            return Optional.empty();
        }
        return uid(match, Tag.SERIES_INSTANCE_UID)
                .map(uid -> new Series(
                        new SeriesUid(uid),
                        study,
                        text(match, Tag.MODALITY),
                        match.integer(Tag.SERIES_NUMBER).orElse(0),
                        text(match, Tag.SERIES_DESCRIPTION),
                        text(match, Tag.BODY_PART_EXAMINED),
                        text(match, Tag.LATERALITY),
                        match.integer(QueryKeys.SERIES_RELATED_INSTANCES).orElse(0)));
    }

    static Optional<ArchiveInstance> instance(DataSet match, StudyUid study, SeriesUid series) {
        if (!isOf(match, Tag.STUDY_INSTANCE_UID, study.value())
                || !isOf(match, Tag.SERIES_INSTANCE_UID, series.value())) {
            return Optional.empty();
        }
        return uid(match, Tag.SOP_INSTANCE_UID)
                .map(uid -> new ArchiveInstance(
                        new SopInstanceUid(uid),
                        series,
                        study,
                        text(match, Tag.SOP_CLASS_UID),
                        match.integer(Tag.INSTANCE_NUMBER).orElse(0),
                        match.integer(Tag.NUMBER_OF_FRAMES).orElse(0)));
    }

    private static boolean isOf(DataSet match, int tag, String uid) {
        return match.string(tag)
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .map(uid::equals)
                .orElse(true);
    }

    private static Optional<String> uid(DataSet match, int tag) {
        return match.string(tag).map(String::strip).filter(uid -> !uid.isEmpty());
    }

    private static String text(DataSet match, int tag) {
        return match.string(tag).orElse("");
    }
}
