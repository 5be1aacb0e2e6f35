package org.readingroom.report.redline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.assets.Messages;

/// Cuts Chinese and English text into words; laid end to end they are the text again.
///
/// A number is one word with its unit, so that 8 mm against 8 cm is one change. Chinese is cut by the longest word of
/// the shipped list that fits; a character that begins none is a word of its own.
final class WordCutter {
    private static final Pattern WORD =
            Pattern.compile("(?<number>\\d+(?:[.,]\\d+)*(?:\\s?[×xX*]\\s?\\d+(?:[.,]\\d+)*)*"
                    + "(?:\\s?(?:mm|cm|ml|mL|HU|Hu|mGy|mSv|mA|kV|MPa|kPa|m)(?![A-Za-z])[²³23]?|\\s?%|°|岁|周|度)?)"
                    + "|(?<han>\\p{IsHan}+)"
                    + "|(?<latin>[\\p{L}&&[^\\p{IsHan}]]+(?:['’-][\\p{L}&&[^\\p{IsHan}]]+)*)"
                    + "|(?<space>\\s+)"
                    + "|(?<other>(?s:.))");

    private final Set<String> words;
    private final int longest;

    WordCutter(Set<String> words) {
        this.words = Set.copyOf(words);
        this.longest = words.stream().mapToInt(String::length).max().orElse(1);
    }

    /// With the list of words that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing: the program was put together wrongly.
    static WordCutter shipped() {
        return Shipped.CUTTER;
    }

    private static final class Shipped {
        static final WordCutter CUTTER = read();

        private static WordCutter read() {
            try (InputStream stream = Messages.class.getResourceAsStream("rules/words-1.txt")) {
                if (stream == null) {
                    throw new IllegalStateException("list of words is missing");
                }
                Set<String> words = new HashSet<>();
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
                return new WordCutter(words);
            } catch (IOException e) {
                throw new IllegalStateException("list of words cannot be read", e);
            }
        }
    }

    List<String> cut(String text) {
        List<String> cut = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.group("han") == null) {
                cut.add(matcher.group());
            } else {
                cutHan(matcher.group(), cut);
            }
        }
        return cut;
    }

    private void cutHan(String run, List<String> cut) {
        int at = 0;
        while (at < run.length()) {
            int end = Math.min(run.length(), at + longest);
            while (end > at && !words.contains(run.substring(at, end))) {
                end--;
            }
            end = end > at ? end : at + Character.charCount(run.codePointAt(at));
            cut.add(run.substring(at, end));
            at = end;
        }
    }
}
