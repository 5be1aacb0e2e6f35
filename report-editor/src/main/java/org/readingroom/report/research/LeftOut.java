package org.readingroom.report.research;

/// Why something of a report that the project covers is not in the table.
public enum LeftOut {
    /// The report: nobody knows the day of the examination.
    NO_DAY,
    /// A person wrote over the words, and nobody said that they still say the value.
    OVERWRITTEN,
    /// Typed words, which the project does not ask for.
    FREE_TEXT,
    /// Typed words in which something that names the patient was left.
    NAMES_PATIENT,
    /// A number, unit or choice that the field's template does not know.
    NOT_OF_FIELD,
    /// What the order knows, or a time of day.
    NEVER;

    public String messageKey() {
        return "report.research.left-out."
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
