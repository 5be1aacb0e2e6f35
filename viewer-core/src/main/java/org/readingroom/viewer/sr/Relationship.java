package org.readingroom.viewer.sr;

import java.util.Locale;

/// How a content item belongs to the one above it.
///
/// **Source:** DICOM PS3.3 table C.17.3-8.
public enum Relationship {
    /// The root of a document, which belongs to nothing.
    ROOT,
    CONTAINS,
    HAS_OBS_CONTEXT,
    HAS_ACQ_CONTEXT,
    HAS_CONCEPT_MOD,
    HAS_PROPERTIES,
    INFERRED_FROM,
    SELECTED_FROM,
    /// Not said, or a word the standard does not know.
    OTHER;

    static Relationship of(String term) {
        String name = term.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        for (Relationship relationship : values()) {
            if (relationship != ROOT && relationship.name().equals(name)) {
                return relationship;
            }
        }
        return OTHER;
    }

    /// The words for people.
    public String messageKey() {
        return "viewer.sr.relationship." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
