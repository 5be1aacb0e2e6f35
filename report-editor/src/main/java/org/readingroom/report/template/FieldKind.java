package org.readingroom.report.template;

/// What a person can put into a field: the value of `data-field-type`, and `COMPUTED` for what nobody types.
public enum FieldKind {
    TEXT,
    TEXTAREA,
    NUMBER,
    SELECTION_LIST,
    CHECKBOX,
    DATE,
    TIME,
    /// Filled from the order; after that a person's words, as in `TEXT`.
    MERGE,
    COMPUTED
}
