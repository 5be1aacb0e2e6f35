package org.readingroom.services.reporting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which texts hold which two letters side by side, in memory only.
///
/// Two letters are the shortest word of Chinese that anybody looks for (结节), and every longer word is made of such
/// pairs: the texts that hold all pairs of a word are few enough to be read.
///
/// **Thread:** one at a time.
final class ReportPostings {
    /// Ascending numbers of texts.
    private static final class Numbers {
        private int[] numbers = new int[4];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }
    }

    private final Map<Integer, Numbers> pairs = new HashMap<>();
    private int texts;

    /// Takes `folded` in; it gets the next number.
    int add(String folded) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i + 1 < folded.length(); i++) {
            seen.add(pair(folded, i));
        }
        for (Integer pair : seen) {
            pairs.computeIfAbsent(pair, each -> new Numbers()).add(texts);
        }
        return texts++;
    }

    /// The texts that may hold `term`: all that do are among them.
    ///
    /// **Order:** ascending.
    int[] candidates(String term) {
        if (term.length() < 2) {
            return IntStream.range(0, texts).toArray();
        }
        int[] left = null;
        for (int i = 0; i + 1 < term.length(); i++) {
            Numbers found = pairs.get(pair(term, i));
            if (found == null) {
                return new int[0];
            }
            left = both(left, found);
        }
        return left == null ? new int[0] : left;
    }

    static int[] both(int[] one, int[] two) {
        Numbers numbers = new Numbers();
        numbers.numbers = two;
        numbers.size = two.length;
        return both(one, numbers);
    }

    private static int[] both(int @Nullable [] left, Numbers right) {
        if (left == null) {
            return Arrays.copyOf(right.numbers, right.size);
        }
        int[] both = new int[Math.min(left.length, right.size)];
        int size = 0;
        int j = 0;
        for (int number : left) {
            while (j < right.size && right.numbers[j] < number) {
                j++;
            }
            if (j < right.size && right.numbers[j] == number) {
                both[size++] = number;
            }
        }
        return Arrays.copyOf(both, size);
    }

    private static Integer pair(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }
}
