package org.readingroom.viewer.nuclear;

/// What a standardized uptake value is normalised by.
///
/// **Source:** DICOM PS3.16 CID 85: `{SUVbw}g/ml`, `{SUVlbm}g/ml`, `{SUVbsa}cm2/ml`.
public enum SuvBasis {
    BODY_WEIGHT("g/ml"),
    /// Lean body mass by James: 1.10·W - 128·(W/H)² for men, 1.07·W - 148·(W/H)² for women; kg and cm.
    LEAN_BODY_MASS("g/ml"),
    /// Body surface by Du Bois: 0.007184·W^0.425·H^0.725 m²; kg and cm.
    BODY_SURFACE("cm2/ml");

    private final String unit;

    SuvBasis(String unit) {
        this.unit = unit;
    }

    /// The unit as UCUM has it.
    public String unit() {
        return unit;
    }

    /// Message key of the name for people.
    public String messageKey() {
        return "viewer.suv." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
