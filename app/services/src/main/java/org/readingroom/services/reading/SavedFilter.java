package org.readingroom.services.reading;

/// A view on the list that a person keeps under a name: what is typed above it, and which ready-made filter is on.
///
/// `text` may name a patient, so it is never kept in the clear.
public record SavedFilter(String name, String text, String chip) {
    /// chosen: what fits above a list.
    public static final int LONGEST_NAME = 40;

    public SavedFilter {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name of " + name.length() + " characters");
        }
    }
}
