package org.readingroom.services.reading;

import java.util.function.Predicate;

/// What a person types above the worklist: every word must be found in the name, its pinyin or initials,
/// the patient id, the accession number, the description, the modality or the body part.
public record WorklistFilter(String text) implements Predicate<WorklistItem> {
    @Override
    public boolean test(WorklistItem item) {
        throw new UnsupportedOperationException();
    }
}
