package org.readingroom.viewer.media;

import java.util.Map;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// What kind of directory record an object gets, and which keys stand in it.
///
/// **Source:** DICOM PS3.3 section F.4 (table F.4-1) and F.5.
enum RecordType {
    IMAGE,
    SR_DOCUMENT,
    KEY_OBJECT_DOC,
    PRESENTATION,
    WAVEFORM,
    RT_DOSE,
    RT_STRUCTURE_SET,
    RT_PLAN,
    RT_TREAT_RECORD,
    ENCAP_DOC,
    REGISTRATION,
    FIDUCIAL,
    RAW_DATA,
    SPECTROSCOPY,
    VALUE_MAP,
    STEREOMETRIC,
    PRIVATE;

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    /// By the beginning of what follows [#STORAGE]; the longest that fits.
    private static final Map<String, RecordType> BY_CLASS = Map.ofEntries(
            Map.entry("88.59", KEY_OBJECT_DOC),
            Map.entry("88.", SR_DOCUMENT),
            Map.entry("11.", PRESENTATION),
            Map.entry("9.", WAVEFORM),
            Map.entry("481.1", IMAGE),
            Map.entry("481.2", RT_DOSE),
            Map.entry("481.3", RT_STRUCTURE_SET),
            Map.entry("481.4", RT_TREAT_RECORD),
            Map.entry("481.5", RT_PLAN),
            Map.entry("481.6", RT_TREAT_RECORD),
            Map.entry("481.7", RT_TREAT_RECORD),
            Map.entry("481.8", RT_PLAN),
            Map.entry("104.", ENCAP_DOC),
            Map.entry("66", RAW_DATA),
            Map.entry("66.1", REGISTRATION),
            Map.entry("66.2", FIDUCIAL),
            Map.entry("66.3", REGISTRATION),
            Map.entry("66.4", IMAGE),
            Map.entry("66.7", IMAGE),
            Map.entry("67", VALUE_MAP),
            Map.entry("4.2", SPECTROSCOPY),
            Map.entry("77.1.5.3", STEREOMETRIC));

    private static final int PRESENTATION_CREATION_DATE = 0x00700082;
    private static final int PRESENTATION_CREATION_TIME = 0x00700083;
    private static final int CONTENT_LABEL = 0x00700080;
    private static final int CONTENT_DESCRIPTION = 0x00700081;
    private static final int CONTENT_CREATOR_NAME = 0x00700084;
    private static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    private static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
    private static final int STRUCTURE_SET_LABEL = 0x30060002;
    private static final int STRUCTURE_SET_DATE = 0x30060008;
    private static final int STRUCTURE_SET_TIME = 0x30060009;
    private static final int RT_PLAN_LABEL = 0x300A0002;
    private static final int RT_PLAN_DATE = 0x300A0006;
    private static final int RT_PLAN_TIME = 0x300A0007;
    private static final int DOSE_SUMMATION_TYPE = 0x3004000A;
    private static final int TREATMENT_DATE = 0x30080250;
    private static final int TREATMENT_TIME = 0x30080251;
    private static final int PRIVATE_RECORD_UID = 0x00041432;

    /// Ours, for an object whose class has no record of its own.
    private static final String OTHER_OBJECT = "2.25.270151613953310722434186133517231902977";

    private static final int DATA_POINT_ROWS = 0x00289001;
    private static final int DATA_POINT_COLUMNS = 0x00289002;

    static RecordType of(DataSet object) {
        String sopClass = object.string(Tag.SOP_CLASS_UID).orElse("");
        if (!sopClass.startsWith(STORAGE)) {
            return object.contains(Tag.ROWS) ? IMAGE : PRIVATE;
        }
        String end = sopClass.substring(STORAGE.length());
        RecordType best = IMAGE;
        int length = 0;
        for (Map.Entry<String, RecordType> entry : BY_CLASS.entrySet()) {
            String key = entry.getKey();
            boolean fits = key.endsWith(".") ? end.startsWith(key) : end.equals(key);
            if (fits && key.length() > length) {
                best = entry.getValue();
                length = key.length();
            }
        }
        return best;
    }

    /// As the standard spells it.
    String term() {
        return name().replace('_', ' ');
    }

    /// Copies the keys of this type; what must have a value and has none gets one that says nothing.
    void keys(DataSet object, DataSetBuilder record) {
        RecordKeys keys = new RecordKeys(object, record);
        switch (this) {
            case SR_DOCUMENT, KEY_OBJECT_DOC -> {
                keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .date(Tag.CONTENT_DATE)
                        .time(Tag.CONTENT_TIME);
                keys.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE);
                if (this == SR_DOCUMENT) {
                    keys.required(Tag.COMPLETION_FLAG, Vr.CS, "PARTIAL")
                            .required(Tag.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED");
                    keys.verified();
                }
            }
            case PRESENTATION ->
                keys.date(PRESENTATION_CREATION_DATE)
                        .time(PRESENTATION_CREATION_TIME)
                        .required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .required(CONTENT_LABEL, Vr.CS, "UNNAMED")
                        .optional(CONTENT_DESCRIPTION, Vr.LO)
                        .optional(CONTENT_CREATOR_NAME, Vr.PN)
                        .references(REFERENCED_SERIES_SEQUENCE, REFERENCED_IMAGE_SEQUENCE, REFERENCED_SOP_SEQUENCE);
            case WAVEFORM ->
                keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .date(Tag.CONTENT_DATE)
                        .time(Tag.CONTENT_TIME);
            case RT_DOSE -> keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0").required(DOSE_SUMMATION_TYPE, Vr.CS, "PLAN");
            case RT_STRUCTURE_SET ->
                keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .required(STRUCTURE_SET_LABEL, Vr.SH, "UNNAMED")
                        .optional(STRUCTURE_SET_DATE, Vr.DA)
                        .optional(STRUCTURE_SET_TIME, Vr.TM);
            case RT_PLAN ->
                keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .required(RT_PLAN_LABEL, Vr.SH, "UNNAMED")
                        .optional(RT_PLAN_DATE, Vr.DA)
                        .optional(RT_PLAN_TIME, Vr.TM);
            case RT_TREAT_RECORD ->
                keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .optional(TREATMENT_DATE, Vr.DA)
                        .optional(TREATMENT_TIME, Vr.TM);
            case ENCAP_DOC ->
                keys.optional(Tag.CONTENT_DATE, Vr.DA)
                        .optional(Tag.CONTENT_TIME, Vr.TM)
                        .required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .optional(Tag.DOCUMENT_TITLE, Vr.ST)
                        .required(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, Vr.LO, "application/octet-stream")
                        .sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE);
            case REGISTRATION, FIDUCIAL, VALUE_MAP ->
                keys.date(Tag.CONTENT_DATE)
                        .time(Tag.CONTENT_TIME)
                        .required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .required(CONTENT_LABEL, Vr.CS, "UNNAMED")
                        .optional(CONTENT_DESCRIPTION, Vr.LO)
                        .optional(CONTENT_CREATOR_NAME, Vr.PN);
            case RAW_DATA ->
                keys.date(Tag.CONTENT_DATE).time(Tag.CONTENT_TIME).required(Tag.INSTANCE_NUMBER, Vr.IS, "0");
            case SPECTROSCOPY ->
                keys.required(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL")
                        .date(Tag.CONTENT_DATE)
                        .time(Tag.CONTENT_TIME)
                        .required(Tag.INSTANCE_NUMBER, Vr.IS, "0")
                        .numbers(Tag.NUMBER_OF_FRAMES, Tag.ROWS, Tag.COLUMNS, DATA_POINT_ROWS, DATA_POINT_COLUMNS);
            case PRIVATE -> record.text(PRIVATE_RECORD_UID, Vr.UI, OTHER_OBJECT);
            case IMAGE, STEREOMETRIC -> keys.required(Tag.INSTANCE_NUMBER, Vr.IS, "0");
        }
    }
}
