package org.readingroom.report.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.redline.Piece.Act;

// [utest->req~report.redline.words~1]
class WordCutterTest {
    private static List<String> cut(String text) {
        return WordCutter.shipped().cut(text);
    }

    @Test
    void chineseIsCutByTheLongestWordOfTheList() {
        assertEquals(List.of("右肺上叶", "见", "磨玻璃结节", "，", "边界", "清楚", "。"), cut("右肺上叶见磨玻璃结节，边界清楚。"));
    }

    @Test
    void aNumberIsOneWordWithItsUnit() {
        assertEquals(
                List.of("约", "8.3 mm", "、", "12×9mm", "，", "-600 HU".substring(0, 1), "600 HU"),
                cut("约8.3 mm、12×9mm，-600 HU"));
        assertEquals(List.of("2.1×1.5 cm", ";", " ", "50%"), cut("2.1×1.5 cm; 50%"));
        assertEquals(List.of("3", " ", "masses"), cut("3 masses"), "a letter that begins a word is no unit");
    }

    @Test
    void anEnglishWordKeepsItsHyphenAndWhatIsUnknownIsALetterOfItsOwn() {
        assertEquals(List.of("ground-glass", " ", "é", "𠮷", "囍"), cut("ground-glass é𠮷囍"));
    }

    @Test
    void aSideAgainstTheOtherIsOneWordEach() {
        assertEquals(
                List.of(
                        new Piece(Act.REMOVED, "左肺上叶"),
                        new Piece(Act.ADDED, "右肺上叶"),
                        new Piece(Act.KEPT, "结节，"),
                        new Piece(Act.REMOVED, "8 mm"),
                        new Piece(Act.ADDED, "18 mm"),
                        new Piece(Act.KEPT, "。")),
                WordDiff.between("左肺上叶结节，8 mm。", "右肺上叶结节，18 mm。"));
    }
}
