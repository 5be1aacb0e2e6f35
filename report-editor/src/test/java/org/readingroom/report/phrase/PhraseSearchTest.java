package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.ReportLanguage;

class PhraseSearchTest {
    /// The pinyin of these words as a dictionary has it.
    private static final Map<String, String> SPOKEN = Map.of(
            "肺结节", "fei jie jie", "肝囊肿", "gan nang zhong", "绿色瘤", "lv se liu", "Pleural effusion", "pleural effusion");

    private final PhraseBook own = new PhraseBook(
            List.of(phrase("a", "胸部/肺", "肺结节", "ln", "右肺上叶见结节影。"), phrase("b", "腹部/肝", "肝囊肿", "gnz", "肝内见囊性低密度影。")),
            List.of());
    private final PhraseBook department = new PhraseBook(
            List.of(
                    phrase("c", "其他", "绿色瘤", "", "考虑绿色瘤，大小{x:mm}。"),
                    new Phrase(
                            "d",
                            List.of("Chest"),
                            "Pleural effusion",
                            "pe",
                            ReportLanguage.ENGLISH,
                            "A LEFT pleural effusion.")),
            List.of());
    private final PhraseSearch search =
            new PhraseSearch(List.of(own, department), text -> SPOKEN.getOrDefault(text, text));

    private static Phrase phrase(String id, String path, String title, String shortcut, String text) {
        return new Phrase(id, List.of(path.split("/")), title, shortcut, ReportLanguage.CHINESE, text);
    }

    private List<String> found(String typed) {
        return search.find(typed, ReportLanguage.CHINESE).stream()
                .map(Phrase::id)
                .toList();
    }

    // [utest->req~report.phrase.search~1]
    @Test
    void firstLettersWholePinyinChineseAndEnglishFind() {
        assertEquals(List.of("a"), found("fjj"));
        assertEquals(List.of("a"), found("jiejie"));
        assertEquals(List.of("a"), found("结节"));
        assertEquals(List.of("b"), found("nangzh"));
        assertEquals(List.of("c"), found("lvse"));
        assertEquals(List.of("d"), found("left"));
        assertEquals(List.of("d"), found("Effusion pleural"));
        assertEquals(List.of("b"), found("腹部 囊肿"));
        assertEquals(List.of(), found("腹部 结节"));
        assertEquals(List.of(), found("zzz"));
    }

    @Test
    void aShortcutComesBeforeWhatMerelyContainsItAndNothingTypedGivesAll() {
        PhraseBook more = own.with(phrase("e", "胸部", "gnz 之后", "x", "文。"));
        assertEquals(
                List.of("b", "e"),
                new PhraseSearch(List.of(more), text -> text)
                        .find(";gnz", ReportLanguage.CHINESE).stream()
                                .map(Phrase::id)
                                .toList());
        assertEquals(List.of("a", "b", "c", "d"), found("  "));
        assertEquals("d", search.find("", ReportLanguage.ENGLISH).getFirst().id(), "the report's language comes first");
    }

    // [utest->req~report.phrase.expand~1]
    @Test
    void whatStandsBeforeTheCaretExpandsOnlyWhenItNamesOnePhrase() {
        List<PhraseBook> books = List.of(own, department.with(phrase("f", "x", "另一", "LN", "文。")));
        assertEquals(
                "a",
                Abbreviation.before("见;ln", 4)
                        .orElseThrow()
                        .expand(books)
                        .orElseThrow()
                        .id());
        assertEquals(1, Abbreviation.before("见;ln", 4).orElseThrow().start());
        assertEquals(
                "b",
                Abbreviation.before("；GNZ后", 4)
                        .orElseThrow()
                        .expand(books)
                        .orElseThrow()
                        .id());
        assertEquals(
                "b",
                Abbreviation.before("见gnz", 4)
                        .orElseThrow()
                        .expand(books)
                        .orElseThrow()
                        .id());
        assertEquals(java.util.Optional.empty(), Abbreviation.before("结节", 2));
        assertEquals(
                java.util.Optional.empty(),
                Abbreviation.before("a;", 2).orElseThrow().expand(books));
        PhraseBook twice = own.with(phrase("g", "x", "重名", "ln", "文。"));
        assertEquals(
                java.util.Optional.empty(),
                Abbreviation.before(";ln", 3).orElseThrow().expand(List.of(twice, department)));
    }
}
