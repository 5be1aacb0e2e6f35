package org.readingroom.viewer.hanging;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds words of both languages in what a file or an order says.
///
/// Latin words begin where a word begins, so that `chest` is found in `CHEST^ROUTINE` and `mip` not
/// in `skip`; those of one to three letters also end there, so that `t1` is not found in `t10`.
/// Chinese has no gaps between its words: they are found anywhere. Width and case do not matter.
public final class Words {
    /// chosen: shorter words are abbreviations, which begin too many other words.
    private static final int ABBREVIATION = 3;

    private Words() {}

    /// The first of `words` that is in `text`.
    public static Optional<String> found(List<String> words, String text) {
        String plain = plain(text);
        return words.stream().filter(word -> isIn(plain(word), plain)).findFirst();
    }

    public static boolean isIn(List<String> words, String text) {
        return found(words, text).isPresent();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isIn(String word, String text) {
        if (word.isBlank()) {
            return false;
        }
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = !isLatin(word.charAt(0)) || at == 0 || !isLatin(text.charAt(at - 1));
            boolean ends = word.length() > ABBREVIATION
                    || !isLatin(word.charAt(word.length() - 1))
                    || end == text.length()
                    || !isLatin(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
