package org.readingroom.plugin.suggest;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Cuts words into what is looked up: pairs of neighbouring ideographs, and words of letters.
final class Terms {
    private Terms() {}

    /// Each term once. Placeholders, numbers and marks give none.
    static Set<String> of(String words) {
        Set<String> terms = new LinkedHashSet<>();
        String text = SafeWords.withoutBlanks(words).toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            if (isIdeograph(text.charAt(at))) {
                while (end < text.length() && isIdeograph(text.charAt(end))) {
                    end++;
                }
                pairs(text.substring(at, end), terms);
            } else if (Character.isLetter(text.charAt(at))) {
                while (end < text.length()
                        && Character.isLetterOrDigit(text.charAt(end))
                        && !isIdeograph(text.charAt(end))) {
                    end++;
                }
                terms.add(text.substring(at, end));
            } else {
                end++;
            }
            at = end;
        }
        return terms;
    }

    private static void pairs(String run, Set<String> terms) {
        if (run.length() == 1) {
            terms.add(run);
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            terms.add(run.substring(i, i + 2));
        }
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x3400 && c <= 0x9FFF;
    }
}
