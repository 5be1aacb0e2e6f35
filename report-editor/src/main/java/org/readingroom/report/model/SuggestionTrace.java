package org.readingroom.report.model;

import java.util.List;

/// That a sentence began as a machine's suggestion, and what a person made of it (clause D6).
///
/// `source` and `sourceVersion` name who suggested, `suggested` are its words, `basis` what they come from, such as
/// the ids of reports. `editDistance` counts the letters (code points) that a person put in, took out or exchanged
/// since: 0 while accepted as it was.
public record SuggestionTrace(
        String source, String sourceVersion, String suggested, Act act, int editDistance, List<String> basis) {
    /// What became of it. A rejected suggestion leaves no sentence.
    public enum Act {
        /// Nobody has said yes to it; never signed.
        PENDING,
        ACCEPTED,
        EDITED
    }

    public SuggestionTrace {
        basis = List.copyOf(basis);
        if (source.isBlank() || sourceVersion.isBlank() || suggested.isBlank()) {
            throw new IllegalArgumentException("a suggestion names its source, its version and its words");
        }
        if (editDistance < 0 || act != Act.EDITED && editDistance > 0) {
            throw new IllegalArgumentException("edit distance " + editDistance + " of " + act);
        }
    }

    /// A person said yes to the words as they are.
    public SuggestionTrace accepted() {
        return new SuggestionTrace(source, sourceVersion, suggested, Act.ACCEPTED, 0, basis);
    }

    /// A person's words stand in the place of the suggested ones, or the suggested ones again.
    public SuggestionTrace rewritten(String words) {
        int distance = EditDistance.of(suggested.strip(), words.strip());
        return new SuggestionTrace(
                source, sourceVersion, suggested, distance == 0 ? Act.ACCEPTED : Act.EDITED, distance, basis);
    }
}
