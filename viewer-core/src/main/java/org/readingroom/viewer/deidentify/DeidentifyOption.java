package org.readingroom.viewer.deidentify;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// An option of the profile: something it would take out may stay, or stay cleaned.
///
/// **Source:** DICOM PS3.15 section E.3; codes of PS3.16 CID 7050.
public enum DeidentifyOption {
    CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option"),
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
    CLEAN_GRAPHICS("113103", "Clean Graphics Option"),
    RETAIN_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
    RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option"),
    RETAIN_UIDS("113110", "Retain UIDs Option"),
    RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option"),
    RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option");

    private final String codeValue;
    private final String codeMeaning;

    DeidentifyOption(String codeValue, String codeMeaning) {
        this.codeValue = codeValue;
        this.codeMeaning = codeMeaning;
    }

    String codeValue() {
        return codeValue;
    }

    String codeMeaning() {
        return codeMeaning;
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "viewer.deidentify." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Refuses what cannot be had together: dates are left as they are, or moved.
    static Set<DeidentifyOption> checked(Set<DeidentifyOption> options) {
        if (options.contains(RETAIN_FULL_DATES) && options.contains(RETAIN_MODIFIED_DATES)) {
            throw new IllegalArgumentException("full and modified dates");
        }
        return options.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(options));
    }
}
