package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows slips of the keyboard in medical words: a Chinese word with one character of the same sound or shape, an
/// English one with a letter too many, too few, wrong or turned round.
// [impl->req~report.check.spelling~1]
final class Spelling {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{5,}");

    private static final Pattern DOUBLE = Pattern.compile("(.)\\1");

    private static final List<String> ENDINGS = List.of("s", "es", "ed", "d", "ly", "al", "ing");

    private final WordTrie<String> wrong = new WordTrie<>();
    private final Set<String> known = new HashSet<>();
    /// Each English word by what is left of it when one letter is gone.
    private final Map<String, Set<String>> shortened = new HashMap<>();
    /// Each English word by its letters without doubles.
    private final Map<String, String> undoubled = new HashMap<>();

    Spelling(JsonNode file) {
        Set<String> words = RuleFiles.spaced(file.path("words"));
        Set<String> allowed = RuleFiles.spaced(file.path("allowed"));
        for (String word : words) {
            for (String group : RuleFiles.spaced(file.path("confusable"))) {
                confused(word, group).stream()
                        .filter(slip -> !words.contains(slip) && !allowed.contains(slip))
                        .forEach(slip -> wrong.put(slip, word));
            }
        }
        for (String pair : RuleFiles.spaced(file.path("wrong"))) {
            int at = pair.indexOf('>');
            wrong.put(pair.substring(0, at), pair.substring(at + 1));
        }
        known.addAll(RuleFiles.spaced(file.path("englishKnown")));
        for (String word : RuleFiles.spaced(file.path("english"))) {
            known.add(word);
            shorter(word)
                    .forEach(rest -> shortened
                            .computeIfAbsent(rest, unknown -> new HashSet<>())
                            .add(word));
            undoubled.put(undouble(word), word);
            shortened.computeIfAbsent(word, unknown -> new HashSet<>()).add(word);
        }
    }

    static Spelling shipped() {
        return new Spelling(RuleFiles.read("check-spelling-1.json", "readingroom.check-spelling"));
    }

    List<SpellingCheck.Slip> slips(String text) {
        List<SpellingCheck.Slip> slips = new ArrayList<>();
        for (WordTrie.Hit<String> hit : wrong.in(text)) {
            slips.add(new SpellingCheck.Slip(hit.start(), text.substring(hit.start(), hit.end()), hit.value()));
        }
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            meant(word.toLowerCase(Locale.ROOT))
                    .ifPresent(right -> slips.add(new SpellingCheck.Slip(
                            matcher.start(),
                            word,
                            Character.isUpperCase(word.charAt(0))
                                    ? Character.toUpperCase(right.charAt(0)) + right.substring(1)
                                    : right)));
        }
        return slips;
    }

    private static List<String> confused(String word, String group) {
        List<String> slips = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            if (group.indexOf(word.charAt(i)) >= 0) {
                for (int k = 0; k < group.length(); k++) {
                    if (group.charAt(k) != word.charAt(i)) {
                        slips.add(word.substring(0, i) + group.charAt(k) + word.substring(i + 1));
                    }
                }
            }
        }
        return slips;
    }

    private Optional<String> meant(String word) {
        if (isKnown(word)) {
            return Optional.empty();
        }
        Set<String> candidates = new HashSet<>(shortened.getOrDefault(word, Set.of()));
        shorter(word).forEach(rest -> candidates.addAll(shortened.getOrDefault(rest, Set.of())));
        List<String> near = candidates.stream()
                .filter(right -> right.charAt(0) == word.charAt(0) && isOneSlip(word, right))
                .sorted()
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.ofNullable(undoubled.get(undouble(word)));
    }

    /// One for two and two for one are easily mistaken, and more than once in a word: `efussion`.
    private static String undouble(String word) {
        return DOUBLE.matcher(word).replaceAll("$1");
    }

    private boolean isKnown(String word) {
        return known.contains(word)
                || ENDINGS.stream()
                        .anyMatch(end ->
                                word.endsWith(end) && known.contains(word.substring(0, word.length() - end.length())))
                || word.endsWith("ies") && known.contains(word.substring(0, word.length() - 3) + "y");
    }

    private static List<String> shorter(String word) {
        List<String> rests = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            rests.add(word.substring(0, i) + word.substring(i + 1));
        }
        return rests;
    }

    /// One letter more, less, other, or two neighbours turned round.
    private static boolean isOneSlip(String word, String right) {
        int head = 0;
        while (head < Math.min(word.length(), right.length()) && word.charAt(head) == right.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(word.length(), right.length()) - head
                && word.charAt(word.length() - 1 - tail) == right.charAt(right.length() - 1 - tail)) {
            tail++;
        }
        String one = word.substring(head, word.length() - tail);
        String other = right.substring(head, right.length() - tail);
        return one.length() <= 1 && other.length() <= 1
                || one.length() == 2
                        && new StringBuilder(one).reverse().toString().equals(other);
    }
}
