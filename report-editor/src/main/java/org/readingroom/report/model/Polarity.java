package org.readingroom.report.model;

/// Whether the report found something, as its signer marked it (阳性/阴性, clause E17).
public enum Polarity {
    UNMARKED,
    POSITIVE,
    NEGATIVE;

    public String messageKey() {
        return "report.polarity." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
