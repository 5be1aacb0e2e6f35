package org.readingroom.viewer.origin;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.coded.CodeItem;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Begins an object: patient and study of the image it speaks of, series and equipment of our own.
///
/// What the image does not say stays empty; what it says wrongly (a date that is none) is left empty
/// too, because one wrong attribute makes an archive refuse the whole object. Identifiers are handed
/// on to the letter.
///
/// **Source:** DICOM PS3.3 sections C.7.1.1, C.7.2.1, C.7.2.2, C.7.3.1, C.7.5.1, C.12.1.
// [impl->req~returned.general~1]
public final class GeneralModules {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final Set<String> SEXES = Set.of("M", "F", "O");

    private GeneralModules() {}

    /// Text is UTF-8. The caller adds the modules of its own class.
    public static DataSetBuilder begin(SourceImage source, Origin origin, String sopClassUid, String modality) {
        return begin(source.dataSet(), origin, sopClassUid, modality);
    }

    /// As [#begin(SourceImage, Origin, String, String)], of patient and study as any instance of it names them.
    public static DataSetBuilder begin(DataSet from, Origin origin, String sopClassUid, String modality) {
        DataSetBuilder made = DataSetBuilder.create();
        patient(made, from);
        study(made, from);
        made.text(Tag.SOP_CLASS_UID, Vr.UI, sopClassUid)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, origin.instance().value())
                .text(Tag.INSTANCE_CREATION_DATE, Vr.DA, date(origin))
                .text(Tag.INSTANCE_CREATION_TIME, Vr.TM, time(origin))
                .text(Tag.MODALITY, Vr.CS, modality)
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, origin.series().value())
                .integers(Tag.SERIES_NUMBER, Vr.IS, origin.seriesNumber())
                .integers(Tag.INSTANCE_NUMBER, Vr.IS, origin.instanceNumber())
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, PlainText.line(origin.description(), 64))
                .text(Tag.MANUFACTURER, Vr.LO, Origin.Device.MANUFACTURER)
                .text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, Origin.Device.MODEL)
                .text(Tag.DEVICE_SERIAL_NUMBER, Vr.LO, origin.device().serialNumber())
                .text(Tag.SOFTWARE_VERSIONS, Vr.LO, origin.device().version());
        return made;
    }

    /// Laterality (0020,0060), which series of the general kind have: that of the image, empty where
    /// it is not known.
    public static DataSetBuilder laterality(DataSetBuilder made, SourceImage source) {
        String side = value(source.dataSet(), Tag.LATERALITY);
        return made.text(Tag.LATERALITY, Vr.CS, side.equals("R") || side.equals("L") ? side : "");
    }

    /// Content Date and Time, which documents and pictures have.
    public static DataSetBuilder contentTime(DataSetBuilder made, Origin origin) {
        return made.text(Tag.CONTENT_DATE, Vr.DA, date(origin)).text(Tag.CONTENT_TIME, Vr.TM, time(origin));
    }

    public static String date(Origin origin) {
        return DATE.format(origin.created());
    }

    public static String time(Origin origin) {
        return TIME.format(origin.created());
    }

    private static void patient(DataSetBuilder made, DataSet from) {
        text(made, from, Tag.PATIENT_NAME, Vr.PN);
        text(made, from, Tag.PATIENT_ID, Vr.LO);
        date(made, from, Tag.PATIENT_BIRTH_DATE);
        String sex = value(from, Tag.PATIENT_SEX);
        made.text(Tag.PATIENT_SEX, Vr.CS, SEXES.contains(sex) ? sex : "");
        optional(made, from, Tag.ISSUER_OF_PATIENT_ID, Vr.LO);
        // the flag without its reason would be an error of ours
        if (!value(from, Tag.DEIDENTIFICATION_METHOD).isEmpty()) {
            String flag = value(from, Tag.PATIENT_IDENTITY_REMOVED);
            if (flag.equals("YES") || flag.equals("NO")) {
                made.text(Tag.PATIENT_IDENTITY_REMOVED, Vr.CS, flag);
                made.text(
                        Tag.DEIDENTIFICATION_METHOD,
                        Vr.LO,
                        from.strings(Tag.DEIDENTIFICATION_METHOD).stream()
                                .map(one -> PlainText.line(one, 64))
                                .toArray(String[]::new));
            }
        }
    }

    private static void study(DataSetBuilder made, DataSet from) {
        made.text(Tag.STUDY_INSTANCE_UID, Vr.UI, value(from, Tag.STUDY_INSTANCE_UID));
        date(made, from, Tag.STUDY_DATE);
        String time = value(from, Tag.STUDY_TIME);
        made.text(
                Tag.STUDY_TIME,
                Vr.TM,
                DicomTimes.time(time).isPresent() && !time.contains(":") && !time.contains("-") ? time : "");
        text(made, from, Tag.REFERRING_PHYSICIAN_NAME, Vr.PN);
        text(made, from, Tag.STUDY_ID, Vr.SH);
        text(made, from, Tag.ACCESSION_NUMBER, Vr.SH);
        optional(made, from, Tag.STUDY_DESCRIPTION, Vr.LO);
        List<DataSet> procedures = from.items(Tag.PROCEDURE_CODE_SEQUENCE);
        if (!procedures.isEmpty() && procedures.stream().allMatch(CodeItem::isWhole)) {
            made.sequence(Tag.PROCEDURE_CODE_SEQUENCE, procedures);
        }
    }

    private static void text(DataSetBuilder made, DataSet from, int tag, Vr vr) {
        made.text(tag, vr, value(from, tag).replaceAll("\\p{Cntrl}", " "));
    }

    private static void optional(DataSetBuilder made, DataSet from, int tag, Vr vr) {
        if (!value(from, tag).isEmpty()) {
            text(made, from, tag, vr);
        }
    }

    private static void date(DataSetBuilder made, DataSet from, int tag) {
        made.text(
                tag, Vr.DA, DicomTimes.date(value(from, tag)).map(DATE::format).orElse(""));
    }

    private static String value(DataSet from, int tag) {
        return from.string(tag).orElse("").strip();
    }
}
