package org.readingroom.viewer.dicom;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Instance;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// Tells from one file whose patient's study, series and instance it is.
///
/// Counts are those of this one file; whoever gathers files adds them up.
///
/// **Source:** DICOM PS3.3 sections C.7.1 to C.7.3, C.12.1.
// [impl->req~dicom.identity~1]
public final class StudyReader {
    private StudyReader() {}

    /// What one file says of the levels it belongs to; the patient is in the study.
    public record Identity(Study study, Series series, Instance instance) {}

    /// **Errors:** [DicomException] when a unique identifier is missing: such a file belongs nowhere.
    public static Identity read(DicomFile file) throws DicomException {
        DataSet data = file.dataSet();
        StudyUid studyUid = uid(data, Tag.STUDY_INSTANCE_UID, StudyUid::new);
        SeriesUid seriesUid = uid(data, Tag.SERIES_INSTANCE_UID, SeriesUid::new);
        SopInstanceUid instanceUid = uid(data, Tag.SOP_INSTANCE_UID, SopInstanceUid::new);
        String modality = text(data, Tag.MODALITY);
        TreeSet<String> modalities = new TreeSet<>();
        if (!modality.isEmpty()) {
            modalities.add(modality);
        }
        String bodyPart = bodyPart(data);
        Study study = new Study(
                studyUid,
                patient(data),
                text(data, Tag.ACCESSION_NUMBER),
                dateTime(data),
                text(data, Tag.STUDY_DESCRIPTION),
                modalities,
                bodyPart,
                1,
                1);
        Series series = new Series(
                seriesUid,
                studyUid,
                modality,
                data.integer(Tag.SERIES_NUMBER).orElse(0),
                text(data, Tag.SERIES_DESCRIPTION),
                bodyPart,
                laterality(data),
                1);
        return new Identity(study, series, instance(file, instanceUid, seriesUid));
    }

    private static <T> T uid(DataSet data, int tag, Function<String, T> of) throws DicomException {
        Optional<String> value = data.string(tag).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            throw new DicomException("viewer.file.no-identity", Tag.text(tag) + " is missing");
        }
        return of.apply(value.get());
    }

    private static Instance instance(DicomFile file, SopInstanceUid uid, SeriesUid series) {
        DataSet data = file.dataSet();
        int frames = file.pixelData().isEmpty()
                ? 0
                : Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        return new Instance(
                uid,
                series,
                text(data, Tag.SOP_CLASS_UID),
                data.integer(Tag.INSTANCE_NUMBER).orElse(0),
                data.integer(Tag.ROWS).orElse(0),
                data.integer(Tag.COLUMNS).orElse(0),
                frames);
    }

    private static Patient patient(DataSet data) {
        return new Patient(
                new PatientId(text(data, Tag.PATIENT_ID), text(data, Tag.ISSUER_OF_PATIENT_ID)),
                data.string(Tag.PATIENT_NAME).map(PersonName::parse).orElse(PersonName.NONE),
                data.string(Tag.PATIENT_BIRTH_DATE).flatMap(DicomTimes::date).orElse(null),
                Sex.ofCode(text(data, Tag.PATIENT_SEX)));
    }

    private static @Nullable LocalDateTime dateTime(DataSet data) {
        Optional<LocalDate> date = data.string(Tag.STUDY_DATE).flatMap(DicomTimes::date);
        LocalTime time = data.string(Tag.STUDY_TIME).flatMap(DicomTimes::time).orElse(LocalTime.MIDNIGHT);
        return date.map(day -> day.atTime(time)).orElse(null);
    }

    private static String bodyPart(DataSet data) {
        return data.string(Tag.BODY_PART_EXAMINED)
                .or(() -> data.item(Tag.ANATOMIC_REGION_SEQUENCE).flatMap(item -> item.string(Tag.CODE_MEANING)))
                .orElse("");
    }

    private static String laterality(DataSet data) {
        return data.string(Tag.LATERALITY)
                .or(() -> data.string(Tag.IMAGE_LATERALITY))
                .orElse("");
    }

    private static String text(DataSet data, int tag) {
        return data.string(tag).orElse("");
    }
}
