package org.readingroom.desktop.reading;

import org.readingroom.report.model.SectionKind;

/// One sentence that was changed here and at the hospital: only a person can say which words stand.
///
/// `before` is what both started from, empty for a sentence that both wrote anew; an empty `mine` or `theirs` is a
/// sentence taken out. `who` wrote the other words.
public record SentenceConflict(SectionKind section, String before, String mine, String theirs, String who) {
    /// Which words stand.
    public enum Choice {
        MINE,
        THEIRS,
        /// One after the other.
        BOTH
    }
}
