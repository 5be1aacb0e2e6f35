package org.readingroom.services.remote.ups;

/// Attributes of a workitem, as DICOM JSON names them.
///
/// **Source:** PS3.6; PS3.4 table CC.2.5-3.
final class UpsTag {
    static final String SOP_CLASS = "00080016";
    static final String WORKITEM = "00080018";
    static final String ACCESSION = "00080050";
    static final String MODALITY = "00080060";
    static final String CODE_VALUE = "00080100";
    static final String CODING_SCHEME = "00080102";
    static final String CODE_MEANING = "00080104";
    static final String DIAGNOSES = "00081080";
    static final String TRANSACTION = "00081195";
    static final String PATIENT_NAME = "00100010";
    static final String PATIENT_ID = "00100020";
    static final String ISSUER = "00100021";
    static final String BIRTH_DATE = "00100030";
    static final String SEX = "00100040";
    static final String MEDICAL_ALERTS = "00102000";
    static final String ALLERGIES = "00102110";
    static final String HISTORY = "001021B0";
    static final String STUDY = "0020000D";
    static final String REQUESTER = "00321032";
    static final String REQUESTING_SERVICE = "00321033";
    static final String PROCEDURE = "00321060";
    static final String REASON = "00401002";
    static final String START = "00404005";
    static final String EXPIRES = "00404008";
    static final String PERFORMER_CODE = "00404009";
    static final String MODIFIED = "00404010";
    static final String COMPLETION = "00404011";
    static final String WORKITEM_CODE = "00404018";
    static final String INPUT = "00404021";
    static final String ACTUAL_PERFORMERS = "00404035";
    static final String PERFORMER_NAME = "00404037";
    static final String REQUEST = "0040A370";
    static final String STATE = "00741000";
    static final String CANCEL_REASON = "00741238";
    static final String PRIORITY = "00741200";
    static final String LABEL = "00741204";
    static final String PERFORMED = "00741216";

    private UpsTag() {}
}
