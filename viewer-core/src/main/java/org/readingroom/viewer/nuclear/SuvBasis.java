package org.readingroom.viewer.nuclear;

import org.readingroom.viewer.display.ValueUnit;

/// What a standardized uptake value is normalised by.
///
/// **Source:** DICOM PS3.16 CID 85: `{SUVbw}g/ml`, `{SUVlbm}g/ml`, `{SUVbsa}cm2/ml`.
@SuppressWarnings("ImmutableEnumChecker") // a record of two strings
public enum SuvBasis {
    BODY_WEIGHT(new ValueUnit("{SUVbw}g/ml", "SUVbw")),
    /// Lean body mass by James: 1.10·W - 128·(W/H)² for men, 1.07·W - 148·(W/H)² for women; kg and cm.
    LEAN_BODY_MASS(new ValueUnit("{SUVlbm}g/ml", "SUVlbm")),
    /// Body surface by Du Bois: 0.007184·W^0.425·H^0.725 m²; kg and cm.
    BODY_SURFACE(new ValueUnit("{SUVbsa}cm2/ml", "SUVbsa"));

    private final ValueUnit unit;

    SuvBasis(ValueUnit unit) {
        this.unit = unit;
    }

    /// The code that tells it from plain grams per millilitre, and the name that stands behind a number.
    public ValueUnit unit() {
        return unit;
    }

    /// Message key of the name for people.
    public String messageKey() {
        return "viewer.suv." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
