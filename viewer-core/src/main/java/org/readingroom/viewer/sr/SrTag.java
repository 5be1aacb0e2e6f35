package org.readingroom.viewer.sr;

/// Attributes that only documents have.
///
/// **Source:** DICOM PS3.6 section 6.
final class SrTag {
    static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    static final int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;
    static final int VERIFYING_OBSERVER_NAME = 0x0040A075;
    static final int VERIFICATION_DATE_TIME = 0x0040A030;
    static final int VERIFYING_OBSERVER_SEQUENCE = 0x0040A073;
    static final int DATE_TIME = 0x0040A120;
    static final int DATE = 0x0040A121;
    static final int TIME = 0x0040A122;
    static final int PERSON_NAME = 0x0040A123;
    static final int UID = 0x0040A124;
    static final int TEMPORAL_RANGE_TYPE = 0x0040A130;
    static final int REFERENCED_SAMPLE_POSITIONS = 0x0040A132;
    static final int REFERENCED_TIME_OFFSETS = 0x0040A138;
    static final int REFERENCED_DATE_TIME = 0x0040A13A;
    static final int REFERENCED_WAVEFORM_CHANNELS = 0x0040A0B0;
    static final int NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE = 0x0040A301;
    static final int PREDECESSOR_DOCUMENTS_SEQUENCE = 0x0040A360;
    static final int CONTENT_TEMPLATE_SEQUENCE = 0x0040A504;
    static final int TEMPLATE_IDENTIFIER = 0x0040DB00;
    static final int REFERENCED_CONTENT_ITEM_IDENTIFIER = 0x0040DB73;
    static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    static final int PRELIMINARY_FLAG = 0x0040A496;

    private SrTag() {}
}
