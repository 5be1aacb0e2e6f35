package org.readingroom.viewer.display;

/// The unit of modality values: its UCUM code and the sign a reader expects; the sign is empty when there is no unit.
///
/// **Source:** UCUM 2.1; codes of DICOM PS3.16 CID 83 and 84.
public record ValueUnit(String ucum, String symbol) {
    public static final ValueUnit HOUNSFIELD = new ValueUnit("[hnsf'U]", "HU");
    public static final ValueUnit NONE = new ValueUnit("1", "");
}
