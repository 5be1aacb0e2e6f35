package org.readingroom.report.rads;

/// What a reporting system says of what it was told.
///
/// The code is that of the published table (`4A`, `LR-5`, `TR4`) or, for a management, a word of ours for
/// one row of it. It holds no language: the words are the template's.
public sealed interface RadsAnswer {
    record Determined(String code) implements RadsAnswer {}

    /// The system gives no answer. Nobody may fill the gap with a likely one.
    record NotDeterminable(Reason reason) implements RadsAnswer {}

    enum Reason {
        /// Something the table needs is not known.
        MISSING,
        /// A value that cannot be: below zero, larger than the organ, a part larger than its whole.
        IMPLAUSIBLE,
        /// The published table has no row for it, or two rows that say different things.
        OUTSIDE_TABLE,
        /// The system is not made for this patient.
        NOT_APPLICABLE
    }

    static RadsAnswer of(String code) {
        return new Determined(code);
    }

    static RadsAnswer not(Reason reason) {
        return new NotDeterminable(reason);
    }

    /// The same as a value of a template.
    default TemplateValue value() {
        return this instanceof Determined(String code) ? TemplateValue.of(code) : TemplateValue.MISSING;
    }
}
