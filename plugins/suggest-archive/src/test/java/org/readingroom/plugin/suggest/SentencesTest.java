package org.readingroom.plugin.suggest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentencesTest {
    // [utest->req~plugin.suggest-archive~1]
    @Test
    void scoresAreThoseOfBm25ByHand() {
        Sentences sentences = new Sentences();
        sentences.number("lung nodule.", 0);
        sentences.number("liver cyst.", 0);
        sentences.number("lung nodule with a liver cyst.", 0);
        // three sentences of 2, 2 and 6 terms: mean 10/3; lung stands in two of them
        double rarity = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
        double shortOne = rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 2 / (10 / 3.0)));
        double longOne = rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 6 / (10 / 3.0)));
        float[] scores = sentences.scores(Set.of("lung", "unknown"));
        assertArrayEquals(new float[] {(float) shortOne, 0, (float) longOne}, scores, 1e-6f);
    }

    // [utest->req~plugin.suggest-archive~1]
    @Test
    void chineseIsLookedUpByPairsAndEnglishByWords() {
        assertEquals(List.of("磨玻", "玻璃", "璃结", "结节", "ct", "约", "mm"), List.copyOf(Terms.of("磨玻璃结节，CT 约【数值】8 mm。")));
        assertEquals(List.of("t2wi", "ground", "glass"), List.copyOf(Terms.of("T2WI: Ground-glass")));
    }

    // [utest->req~plugin.suggest-archive~1]
    @Test
    void theSameWordsInAnotherSectionAreAnotherSentence() {
        Sentences sentences = new Sentences();
        int one = sentences.number("肺结节。", 1);
        assertEquals(one, sentences.number("肺结节。", 1));
        assertEquals(one + 1, sentences.number("肺结节。", 2));
        for (int i = 0; i < 5000; i++) {
            sentences.number("结节" + Integer.toString(i, 36) + "。", 1);
        }
        assertEquals(one, sentences.find("肺结节。", 1), "after the table grew");
        assertEquals(5002, sentences.size());
    }
}
