package org.readingroom.services.dimse;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.NamePattern;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// The identifiers of C-FIND: what is looked for and what is to be told of it.
///
/// **Source:** DICOM PS3.4 section C.6.2.1.
final class QueryKeys {
    static final int QUERY_RETRIEVE_LEVEL = 0x00080052;
    static final int STUDY_RELATED_SERIES = 0x00201206;
    static final int STUDY_RELATED_INSTANCES = 0x00201208;
    static final int SERIES_RELATED_INSTANCES = 0x00201209;

    private static final String UTF_8 = "ISO_IR 192";
    private static final String GB_18030 = "GB18030";

    private QueryKeys() {}

    /// One after the other, as several modalities cannot be asked for at once, and an archive may compare the bytes of
    /// a Chinese name in whatever character set it keeps them.
    static List<DataSet> studies(StudyQuery query) {
        List<DataSet> all = new ArrayList<>();
        String name = new NamePattern(query.patientName()).key();
        boolean isAscii =
                (name + query.patientId() + query.accessionNumber()).chars().allMatch(letter -> letter < 0x80);
        for (String characterSet : isAscii ? List.of(UTF_8) : List.of(UTF_8, GB_18030)) {
            for (String modality : query.modalities().isEmpty() ? List.of("") : query.modalities()) {
                all.add(study(query, name, modality, characterSet));
            }
        }
        return all;
    }

    private static DataSet study(StudyQuery query, String name, String modality, String characterSet) {
        StudyUid study = query.study();
        return DataSetBuilder.create(characterSet)
                .text(QUERY_RETRIEVE_LEVEL, Vr.CS, "STUDY")
                .text(Tag.STUDY_DATE, Vr.DA, range(query.from(), query.to()))
                .text(Tag.STUDY_TIME, Vr.TM, "")
                .text(Tag.ACCESSION_NUMBER, Vr.SH, query.accessionNumber().strip())
                .text(Tag.MODALITIES_IN_STUDY, Vr.CS, modality)
                .text(Tag.STUDY_DESCRIPTION, Vr.LO, "")
                .text(Tag.PATIENT_NAME, Vr.PN, name)
                .text(Tag.PATIENT_ID, Vr.LO, query.patientId().strip())
                .text(Tag.ISSUER_OF_PATIENT_ID, Vr.LO, "")
                .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, "")
                .text(Tag.PATIENT_SEX, Vr.CS, "")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study == null ? "" : study.value())
                .text(STUDY_RELATED_SERIES, Vr.IS, "")
                .text(STUDY_RELATED_INSTANCES, Vr.IS, "")
                .build();
    }

    private static String range(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return "";
        }
        return day(from) + "-" + day(to);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static DataSet series(StudyUid study) {
        return DataSetBuilder.create(UTF_8)
                .text(QUERY_RETRIEVE_LEVEL, Vr.CS, "SERIES")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.value())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "")
                .text(Tag.MODALITY, Vr.CS, "")
                .text(Tag.SERIES_NUMBER, Vr.IS, "")
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, "")
                .text(Tag.BODY_PART_EXAMINED, Vr.CS, "")
                .text(Tag.LATERALITY, Vr.CS, "")
                .text(SERIES_RELATED_INSTANCES, Vr.IS, "")
                .build();
    }

    static DataSet instances(StudyUid study, SeriesUid series) {
        return DataSetBuilder.create(UTF_8)
                .text(QUERY_RETRIEVE_LEVEL, Vr.CS, "IMAGE")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.value())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, series.value())
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "")
                .text(Tag.SOP_CLASS_UID, Vr.UI, "")
                .text(Tag.INSTANCE_NUMBER, Vr.IS, "")
                .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "")
                .build();
    }
}
