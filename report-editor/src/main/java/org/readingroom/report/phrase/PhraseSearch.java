package org.readingroom.report.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.readingroom.report.model.ReportLanguage;

/// Finds phrases by what a person types: a shortcut, first letters of pinyin (`fjj` for 肺结节), whole pinyin, Chinese
/// letters or English words from anywhere in them. Several words must all be found.
///
/// **Thread:** any; spelling is done once, when it is made.
// [impl->req~report.phrase.search~1]
public final class PhraseSearch {
    /// A phrase with what is looked through, ready.
    private record Entry(
            int order, Phrase phrase, String title, String spoken, String initials, String folder, String text) {}

    private final List<Entry> entries = new ArrayList<>();

    /// `books` in the order in which their phrases come among equals.
    public PhraseSearch(List<PhraseBook> books, Spelling spelling) {
        for (PhraseBook book : books) {
            for (Phrase phrase : book.phrases()) {
                String syllables = spelling.syllables(phrase.title());
                entries.add(new Entry(
                        entries.size(),
                        phrase,
                        folded(phrase.title()),
                        syllables.replace(" ", ""),
                        Arrays.stream(syllables.split(" "))
                                .filter(syllable -> !syllable.isEmpty())
                                .map(syllable -> syllable.substring(0, 1))
                                .collect(Collectors.joining()),
                        folded(phrase.folder()),
                        folded(phrase.text())));
            }
        }
    }

    /// Best first; those in `language` before others. Everything when nothing is typed.
    public List<Phrase> find(String typed, ReportLanguage language) {
        List<String> words = Arrays.stream(folded(typed).split("[\\s;；]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        record Found(Entry entry, int rank) {}
        return entries.stream()
                .map(entry -> new Found(entry, rank(entry, words)))
                .filter(found -> found.rank >= 0)
                .sorted(Comparator.<Found>comparingInt(found -> found.entry.phrase.language() == language ? 0 : 1)
                        .thenComparingInt(Found::rank)
                        .thenComparingInt(found -> found.entry.order))
                .map(found -> found.entry.phrase)
                .toList();
    }

    /// How far from the best kind of match, that of the worst word; -1 when a word is nowhere.
    private static int rank(Entry entry, List<String> words) {
        int worst = 0;
        for (String word : words) {
            int rank = rank(entry, word);
            if (rank < 0) {
                return -1;
            }
            worst = Math.max(worst, rank);
        }
        return worst;
    }

    private static int rank(Entry entry, String word) {
        String shortcut = entry.phrase.shortcut().toLowerCase(Locale.ROOT);
        if (shortcut.equals(word)) {
            return 0;
        }
        if (!shortcut.isEmpty() && shortcut.startsWith(word)) {
            return 1;
        }
        if (entry.title.startsWith(word) || entry.initials.startsWith(word)) {
            return 2;
        }
        if (entry.title.contains(word) || entry.initials.contains(word) || entry.spoken.contains(word)) {
            return 3;
        }
        return entry.folder.contains(word) ? 4 : entry.text.contains(word) ? 5 : -1;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
