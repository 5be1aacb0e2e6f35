package org.readingroom.services.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a person types above the worklist: every word must be found in the name, its pinyin or initials,
/// the patient id, the accession number, the description, the modality or the body part.
///
/// Case and full-width forms make no difference.
// [impl->req~worklist.filter~1]
public final class WorklistFilter implements Predicate<WorklistItem> {
    private final List<String> words;

    public WorklistFilter(String text) {
        this.words = Stream.of(folded(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    List<String> words() {
        return words;
    }

    @Override
    public boolean test(WorklistItem item) {
        return isIn(item.searchText());
    }

    /// True when every word is in `searchText`.
    public boolean isIn(String searchText) {
        for (String word : words) {
            // The rows spell lü as lu and, as Chinese keyboards have it, as lv.
            if (!searchText.contains(word) && !searchText.contains(word.replace('ü', 'v'))) {
                return false;
            }
        }
        return true;
    }

    /// What searching compares: compatibility forms taken apart, lower case.
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
