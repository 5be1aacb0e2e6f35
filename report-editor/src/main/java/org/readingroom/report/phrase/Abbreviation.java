package org.readingroom.report.phrase;

import java.util.List;
import java.util.Optional;

/// What was typed before the caret to get a phrase: `;lung`, or `lung` alone.
///
/// `start` is where it begins, its semicolon included.
public record Abbreviation(int start, int end, String word, boolean isMarked) {

    /// The letters that stand before `caret`; empty when none do.
    public static Optional<Abbreviation> before(String text, int caret) {
        int from = caret;
        while (from > 0 && Phrase.isOfShortcut(text.charAt(from - 1))) {
            from--;
        }
        boolean isMarked = from > 0 && (text.charAt(from - 1) == ';' || text.charAt(from - 1) == '；');
        if (from == caret && !isMarked) {
            return Optional.empty();
        }
        return Optional.of(new Abbreviation(isMarked ? from - 1 : from, caret, text.substring(from, caret), isMarked));
    }

    /// The one phrase it names; nothing when none or several do, since a person chooses then. Phrases in `books` are
    /// looked for in order: a person's own before the department's.
    // [impl->req~report.phrase.expand~1]
    public Optional<Phrase> expand(List<PhraseBook> books) {
        for (PhraseBook book : books) {
            List<Phrase> named = book.phrases().stream()
                    .filter(phrase -> !word.isEmpty() && phrase.shortcut().equalsIgnoreCase(word))
                    .toList();
            if (!named.isEmpty()) {
                return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
