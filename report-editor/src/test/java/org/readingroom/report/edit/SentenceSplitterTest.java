package org.readingroom.report.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

// [utest->req~report.sentences.split~1]
class SentenceSplitterTest {
    @Test
    void chineseSentencesEndAtTheirMarksAndAtLines() {
        assertEquals(
                List.of("双肺纹理清晰。", "结节8.3 mm；", "“未见”异常！\n\n", "1. 随访\n", "2. 复查"),
                SentenceSplitter.split("双肺纹理清晰。结节8.3 mm；“未见”异常！\n\n1. 随访\n2. 复查"));
    }

    @Test
    void englishFullStopsInNumbersListsAndAbbreviationsEndNothing() {
        assertEquals(
                List.of(
                        "Nodule of 8.3 mm (approx. 1 cm, e.g. Fig. 2). ",
                        "1. No change vs. prior. ",
                        "Stable? ",
                        "Yes."),
                SentenceSplitter.split(
                        "Nodule of 8.3 mm (approx. 1 cm, e.g. Fig. 2). 1. No change vs. prior. Stable? Yes."));
    }

    @Test
    void piecesLaidEndToEndAreAlwaysTheText() {
        String letters = "结节。；！？ \n\tab.!?18”)（No. vs.";
        Random random = new Random(20261122);
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertEquals(text.toString(), String.join("", SentenceSplitter.split(text.toString())));
        }
    }
}
