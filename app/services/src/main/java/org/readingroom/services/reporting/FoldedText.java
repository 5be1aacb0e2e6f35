package org.readingroom.services.reporting;

import java.util.Arrays;
import java.util.List;

/// Text as it is compared: letters small, full-width ones narrow, each in its place, so that what is found in the one
/// is found in the other.
final class FoldedText {
    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_SHIFT = 0xFEE0;

    private FoldedText() {}

    /// **Shape:** as long as `text`.
    static String of(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char c = letters[i];
            if (c >= WIDE_FIRST && c <= WIDE_LAST) {
                c = (char) (c - WIDE_SHIFT);
            }
            letters[i] = Character.isWhitespace(c) || c == '\u3000' ? ' ' : Character.toLowerCase(c);
        }
        return new String(letters);
    }

    /// What is looked for, one after the other; between quotation marks blanks belong to the words.
    static List<String> terms(String typed) {
        String[] parts = of(typed).replace('“', '"').replace('”', '"').split("\"");
        List<String> terms = new java.util.ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            boolean isQuoted = i % 2 == 1;
            List<String> words = isQuoted ? List.of(parts[i].strip()) : Arrays.asList(parts[i].split(" +"));
            words.stream().filter(word -> !word.isEmpty()).forEach(terms::add);
        }
        return List.copyOf(terms);
    }
}
