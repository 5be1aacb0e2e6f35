package org.readingroom.report.model;

import org.jspecify.annotations.Nullable;

/// One structured value that a sentence says.
///
/// `field` is its stable name in the template, `name` what a person calls it. `value` is the value as it stands in
/// the field, a number with a point and without its unit; `unit` is UCUM, empty when it has none; `concept` is the
/// code of a chosen value.
///
/// `isFollowed` is false once a person wrote over the words: the value was right when it was chosen, and nobody has
/// said that the new words still say it.
public record FieldValue(
        String field,
        FieldRole role,
        String name,
        String value,
        String unit,
        @Nullable CodedConcept concept,
        boolean isFollowed) {
    public FieldValue {
        if (field.isBlank()) {
            throw new IllegalArgumentException("a structured value needs the name of its field");
        }
    }

    /// The same value, of words that are a person's own now.
    public FieldValue leftBehind() {
        return isFollowed ? new FieldValue(field, role, name, value, unit, concept, false) : this;
    }
}
