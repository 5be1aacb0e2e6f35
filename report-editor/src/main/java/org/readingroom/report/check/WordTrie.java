package org.readingroom.report.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds many words in a text in one pass, the longest at each place and none inside another. Two Chinese words may
/// share
/// one character.
///
/// A word that begins or ends with a Latin letter stands for itself alone, with or without an `s` behind it.
/// Texts are lower case.
final class WordTrie<T> {
    /// `start` and `end` are offsets in the text.
    record Hit<T>(T value, int start, int end) {}

    private static final class Node<T> {
        final Map<Character, Node<T>> next = new HashMap<>();

        @Nullable
        T value;
    }

    private final Node<T> root = new Node<>();

    void put(String word, T value) {
        Node<T> node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(word.charAt(i), unknown -> new Node<>());
        }
        node.value = value;
    }

    List<Hit<T>> in(String text) {
        List<Hit<T>> hits = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Hit<T> longest = isLatin(text, at) && isLatin(text, at - 1) ? null : longest(text, at);
            if (longest == null) {
                at++;
            } else {
                hits.add(longest);
                // two words may share a character, as 肋骨 and 骨折 in 肋骨折
                boolean mayShare = longest.end - longest.start > 1 && !isLatin(text, longest.end - 1);
                Hit<T> shared = mayShare ? longest(text, longest.end - 1) : null;
                at = shared != null && shared.end > longest.end ? shared.start : longest.end;
            }
        }
        return hits;
    }

    /// True when `word` stands in `text` by itself, as `bso` does not in `absorption`.
    static boolean isAlone(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean goesOn = isLatin(text, at) && isLatin(text, at - 1) || isLatin(text, end - 1) && isLatin(text, end);
            if (!goesOn) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Hit<T> longest(String text, int start) {
        Hit<T> longest = null;
        Node<T> node = root;
        for (int at = start; at < text.length(); at++) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                break;
            }
            T value = node.value;
            int end = wordEnd(text, at + 1);
            if (value != null && end > 0) {
                longest = new Hit<>(value, start, end);
            }
        }
        return longest;
    }

    /// Where the word that ends before `end` really ends; zero when it goes on.
    private static int wordEnd(String text, int end) {
        if (!isLatin(text, end - 1) || !isLatin(text, end)) {
            return end;
        }
        return text.charAt(end) == 's' && !isLatin(text, end + 1) ? end + 1 : 0;
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x250 && Character.isLetter(text.charAt(at));
    }
}
