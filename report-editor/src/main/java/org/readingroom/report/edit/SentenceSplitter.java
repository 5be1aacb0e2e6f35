package org.readingroom.report.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts Chinese and English report text into sentences.
///
/// The pieces laid end to end are the text: closing marks and the white space behind them stay with
/// their sentence. A full stop ends an English sentence only before white space or the end, and
/// neither after an abbreviation nor in a list number such as `2.` at a sentence's start; so `8.3
/// mm` stays whole.
// [impl->req~report.sentences.split~1]
public final class SentenceSplitter {
    private static final String CHINESE_ENDS = "。！？；";
    private static final String ENGLISH_ENDS = ".!?";
    private static final String CLOSERS = "”’」』）)\"'】";
    private static final Set<String> ABBREVIATIONS =
            Set.of("approx", "ca", "cf", "dr", "e.g", "fig", "i.e", "im", "max", "min", "no", "se", "st", "vs", "resp");

    private SentenceSplitter() {}

    public static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            if (!endsSentence(text, start, at)) {
                at++;
                continue;
            }
            at = afterTrail(text, at + 1);
            pieces.add(text.substring(start, at));
            start = at;
        }
        if (start < text.length()) {
            if (!pieces.isEmpty() && text.substring(start).isBlank()) {
                pieces.set(pieces.size() - 1, pieces.getLast() + text.substring(start));
            } else {
                pieces.add(text.substring(start));
            }
        }
        return pieces;
    }

    private static boolean endsSentence(String text, int start, int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            return !text.substring(start, at).isBlank();
        }
        if (CHINESE_ENDS.indexOf(c) >= 0) {
            return true;
        }
        if (ENGLISH_ENDS.indexOf(c) < 0) {
            return false;
        }
        int next = afterClosers(text, at + 1);
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        return c != '.' || !isListNumber(text.substring(start, at)) && !isAbbreviated(text, start, at);
    }

    private static boolean isListNumber(String before) {
        String words = before.strip();
        return !words.isEmpty() && words.length() <= 2 && words.chars().allMatch(Character::isDigit);
    }

    private static boolean isAbbreviated(String text, int start, int at) {
        int from = at;
        while (from > start && !Character.isWhitespace(text.charAt(from - 1)) && text.charAt(from - 1) != '(') {
            from--;
        }
        String word = text.substring(from, at);
        boolean moreFollows = at + 1 < text.length() && !text.substring(at + 1).isBlank();
        return moreFollows && ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    private static int afterClosers(String text, int at) {
        int next = at;
        while (next < text.length() && (CLOSERS + CHINESE_ENDS + ENGLISH_ENDS).indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private static int afterTrail(String text, int at) {
        int next = text.charAt(at - 1) == '\n' ? at : afterClosers(text, at);
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
