package org.readingroom.viewer.sr;

import org.readingroom.viewer.coded.CodedEntry;

/// Concepts of documents that are written here.
///
/// **Source:** DICOM PS3.16 annex D; SNOMED CT codes as the context groups of PS3.16 give them.
public final class SrCode {
    public static final CodedEntry LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
    public static final CodedEntry OBSERVER_TYPE = dcm("121005", "Observer Type");
    public static final CodedEntry PERSON = dcm("121006", "Person");
    public static final CodedEntry DEVICE = dcm("121007", "Device");
    public static final CodedEntry PERSON_OBSERVER_NAME = dcm("121008", "Person Observer Name");
    public static final CodedEntry DEVICE_OBSERVER_UID = dcm("121012", "Device Observer UID");
    public static final CodedEntry DEVICE_OBSERVER_NAME = dcm("121013", "Device Observer Name");
    public static final CodedEntry DEVICE_OBSERVER_MANUFACTURER = dcm("121014", "Device Observer Manufacturer");
    public static final CodedEntry DEVICE_OBSERVER_MODEL = dcm("121015", "Device Observer Model Name");
    public static final CodedEntry DEVICE_OBSERVER_SERIAL = dcm("121016", "Device Observer Serial Number");
    public static final CodedEntry PROCEDURE_REPORTED = dcm("121058", "Procedure reported");
    public static final CodedEntry MEASUREMENT_REPORT = dcm("126000", "Imaging Measurement Report");
    public static final CodedEntry IMAGING_MEASUREMENTS = dcm("126010", "Imaging Measurements");
    public static final CodedEntry MEASUREMENT_GROUP = dcm("125007", "Measurement Group");
    public static final CodedEntry IMAGE_LIBRARY = dcm("111028", "Image Library");
    public static final CodedEntry IMAGE_LIBRARY_GROUP = dcm("126200", "Image Library Group");
    public static final CodedEntry MODALITY = dcm("121139", "Modality");
    public static final CodedEntry TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
    public static final CodedEntry TRACKING_UID = dcm("112040", "Tracking Unique Identifier");
    public static final CodedEntry FINDING = dcm("121071", "Finding");
    public static final CodedEntry COMMENT = dcm("121106", "Comment");
    public static final CodedEntry IMAGE_REGION = dcm("111030", "Image Region");
    public static final CodedEntry PATH = dcm("121055", "Path");
    public static final CodedEntry SOURCE_OF_MEASUREMENT = dcm("121112", "Source of Measurement");
    public static final CodedEntry DERIVATION = dcm("121401", "Derivation");
    public static final CodedEntry KEY_OBJECT_DESCRIPTION = dcm("113012", "Key Object Description");
    public static final CodedEntry DOCUMENT_TITLE_MODIFIER = dcm("113011", "Document Title Modifier");
    public static final CodedEntry OF_INTEREST = dcm("113000", "Of Interest");
    public static final CodedEntry FINDING_SITE = sct("363698007", "Finding Site");
    public static final CodedEntry MEASUREMENT_METHOD = sct("370129005", "Measurement Method");
    public static final CodedEntry IMAGING_PROCEDURE = sct("363679005", "Imaging procedure");

    private SrCode() {}

    public static CodedEntry dcm(String value, String meaning) {
        return new CodedEntry(value, "DCM", "", meaning);
    }

    public static CodedEntry sct(String value, String meaning) {
        return new CodedEntry(value, "SCT", "", meaning);
    }
}
