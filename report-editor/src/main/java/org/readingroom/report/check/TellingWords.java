package org.readingroom.report.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text that say what it is about: Latin words by their first letters, Chinese ones by two
/// characters that stand together. What stands in every report is left out.
///
/// **Thread:** any.
final class TellingWords {
    private static final Pattern WORD = Pattern.compile("[a-z]{5,}|[\\u4e00-\\u9fff]{2,}");
    /// chosen: enough to tell `occipital` from `occult`, few enough for `pulmonary` and `pulmonic`.
    private static final int STEM = 6;
    /// chosen: several long reports.
    private static final int KEPT = 2000;

    private final Pattern commonplace;
    private final Map<String, Set<String>> known = new HashMap<>();

    TellingWords(Pattern commonplace) {
        this.commonplace = commonplace;
    }

    /// `text` is lower case.
    synchronized Set<String> of(String text) {
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(text, this::read);
    }

    private Set<String> read(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(commonplace.matcher(text).replaceAll(" "));
        while (matcher.find()) {
            String word = matcher.group();
            if (word.charAt(0) <= 'z') {
                words.add(word.substring(0, Math.min(STEM, word.length())));
            } else {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            }
        }
        return words;
    }
}
