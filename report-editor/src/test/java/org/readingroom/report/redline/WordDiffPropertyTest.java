package org.readingroom.report.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.report.redline.Piece.Act;

/// Random texts of the words of reports, changed at random.
// [utest->req~report.redline.words~1]
class WordDiffPropertyTest {
    private static final List<String> WORDS = List.of(
            "左肺",
            "右肺",
            "上叶",
            "结节",
            "未见",
            "异常",
            "，",
            "。",
            "8 mm",
            "8.5×6 mm",
            " ",
            "\n",
            "no",
            "nodule",
            "𠮷",
            "é",
            "50%",
            "5",
            "m",
            "1.5");

    @Test
    void deletionsAndInsertionsAppliedToTheOldTextGiveTheNewOneExactly() {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            String before = text(random, random.nextInt(14));
            String after = random.nextBoolean() ? text(random, random.nextInt(14)) : changed(before, random);
            List<Piece> pieces = WordDiff.between(before, after);
            assertEquals(after, applied(before, pieces), "seed " + seed);
        }
    }

    @Test
    void asManyLettersStayAsCan() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> before = words(random, random.nextInt(8));
            List<String> after = words(random, random.nextInt(8));
            int kept = WordDiff.between(before, after).stream()
                    .filter(piece -> piece.act() == Act.KEPT)
                    .mapToInt(piece -> piece.text().length())
                    .sum();
            assertEquals(bestByTrying(before, after), kept, "seed " + seed);
        }
    }

    @Test
    void removedWordsComeBeforeTheirReplacementAndNoTwoRunsOfAKindAreNeighbours() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Piece> pieces = WordDiff.between(text(random, random.nextInt(14)), text(random, random.nextInt(14)));
            for (int i = 1; i < pieces.size(); i++) {
                Act first = pieces.get(i - 1).act();
                Act second = pieces.get(i).act();
                assertTrue(first != second, "seed " + seed);
                assertTrue(!(first == Act.ADDED && second == Act.REMOVED), "seed " + seed);
            }
        }
    }

    /// Walks the old text with the script alone: what it keeps or takes out must be there.
    static String applied(String before, List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Piece piece : pieces) {
            if (piece.act() == Act.ADDED) {
                text.append(piece.text());
                continue;
            }
            assertTrue(before.startsWith(piece.text(), at), piece + " is not at " + at);
            at += piece.text().length();
            text.append(piece.act() == Act.KEPT ? piece.text() : "");
        }
        assertEquals(before.length(), at, "the whole old text is spoken of");
        return text.toString();
    }

    /// Every subset of the old words that is a row of the new ones.
    private static int bestByTrying(List<String> before, List<String> after) {
        int best = 0;
        for (int subset = 0; subset < 1 << before.size(); subset++) {
            int at = 0;
            int letters = 0;
            for (int i = 0; i < before.size() && at >= 0; i++) {
                if ((subset >> i & 1) == 1) {
                    int next = after.subList(at, after.size()).indexOf(before.get(i));
                    at = next < 0 ? -1 : at + next + 1;
                    letters += before.get(i).length();
                }
            }
            best = at >= 0 ? Math.max(best, letters) : best;
        }
        return best;
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words;
    }

    private static String text(Random random, int count) {
        return String.join("", words(random, count));
    }

    private static String changed(String text, Random random) {
        int at = text.isEmpty() ? 0 : text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
        return text.substring(0, at) + WORDS.get(random.nextInt(WORDS.size())) + text.substring(at);
    }
}
