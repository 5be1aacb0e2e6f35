package org.readingroom.report.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What was read in the sentences looked at last, so that a key pressed in one costs that one alone.
///
/// **Thread:** any.
final class SentenceCache {
    /// chosen: several long reports.
    private static final int KEPT = 1000;

    record Reading(List<Clause> clauses, List<PhraseRules.Hit> phrases, List<SpellingCheck.Slip> slips) {}

    private final Function<String, Reading> reader;
    private final Map<String, Reading> kept = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > KEPT;
        }
    };

    SentenceCache(Function<String, Reading> reader) {
        this.reader = reader;
    }

    synchronized Reading read(String text) {
        Reading known = kept.get(text);
        if (known == null) {
            known = reader.apply(text);
            kept.put(text, known);
        }
        return known;
    }

    List<Clause> clauses(String text) {
        return read(text).clauses();
    }
}
