package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.phrase.PhraseText.Blank;

class PhraseTextTest {
    // [utest->req~report.phrase.blanks~1]
    @Test
    void blanksStandInTheReportAsThoseOfTemplatesDo() {
        assertEquals("长径约【直径】，短径【size】 mm。", PhraseText.inReport("长径约{直径}，短径{size:mm}。"));
        assertEquals("$1 \\ 【a】", PhraseText.inReport("$1 \\ {a}"));
    }

    @Test
    void bracesThatHoldNoNameStay() {
        for (String text : new String[] {"{}", "{ }", "{a\nb}", "{a:b:c}", "{" + "x".repeat(41) + "}", "{a", "a}"}) {
            assertEquals(text, PhraseText.inReport(text));
        }
    }

    @Test
    void theBlanksAreFoundOneAfterAnotherAndBack() {
        String text = "甲【一】乙【二】丙";
        assertEquals(Optional.of(new Blank(1, 4)), PhraseText.next(text, 0));
        assertEquals(Optional.of(new Blank(5, 8)), PhraseText.next(text, 2));
        assertEquals(Optional.empty(), PhraseText.next(text, 6));
        assertEquals(Optional.empty(), PhraseText.next(text, 100));
        assertEquals(Optional.of(new Blank(1, 4)), PhraseText.previous(text, 5));
        assertEquals(Optional.of(new Blank(5, 8)), PhraseText.previous(text, 9));
        assertEquals(Optional.empty(), PhraseText.previous(text, 3));
    }
}
