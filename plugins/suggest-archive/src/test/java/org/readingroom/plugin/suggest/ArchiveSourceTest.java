package org.readingroom.plugin.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.phrase.TemplateScope;
import org.readingroom.report.suggest.StockWords;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.template.TemplateHead;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.WorkstationException;

class ArchiveSourceTest {
    private static final String NODULE = "右肺上叶见磨玻璃结节。";
    private static final String EMPHYSEMA = "双肺透亮度增高，见多发肺大疱。";

    private final Archive archive = new Archive();
    private final ArchiveSource source = new ArchiveSource(archive);

    private void forty(String stem, String findings, String impression, Sex sex) {
        for (int i = 0; i < 40; i++) {
            archive.sign(
                    Archive.report(stem + i, sex, "CHEST", findings + "长径" + (i + 3) + " mm。", impression),
                    Archive.TODAY.minusDays(i));
        }
    }

    private List<Suggestion> suggest(SectionKind section, String findings, String typed) {
        Report report = Archive.report("now", Sex.MALE, "CHEST", findings, typed);
        return source.suggest(new SuggestionQuery(report, section, typed, Archive.TODAY, 9));
    }

    private static List<String> words(List<Suggestion> suggestions) {
        return suggestions.stream().map(Suggestion::words).toList();
    }

    // [utest->req~plugin.suggest-archive~1]
    // [utest->req~report.suggest.contract~1]
    @Test
    void theImpressionOfReportsWithTheSameFindingsComesFirstWithTheReportsItIsFrom() throws WorkstationException {
        forty("a", NODULE, "右肺上叶磨玻璃结节，建议随访。", Sex.MALE);
        forty("b", EMPHYSEMA, "慢性支气管炎、肺气肿。", Sex.MALE);
        source.refresh();
        List<Suggestion> nodule = suggest(SectionKind.IMPRESSION, "右肺上叶可见一磨玻璃结节影。", "");
        assertEquals("右肺上叶磨玻璃结节，建议随访。", nodule.getFirst().words());
        assertEquals(List.of("a0", "a1", "a2", "a3", "a4"), nodule.getFirst().basis(), "the newest five");
        assertEquals(40, nodule.getFirst().uses());
        assertEquals(
                "慢性支气管炎、肺气肿。",
                suggest(SectionKind.IMPRESSION, "两肺透亮度增高。", "").getFirst().words());
    }

    // [utest->req~plugin.suggest-archive~1]
    @Test
    void whatIsTypedIsGoneOnWithAndWhatIsSaidIsNotSaidAgain() throws WorkstationException {
        forty("a", NODULE, "右肺上叶磨玻璃结节，建议随访。", Sex.MALE);
        forty("b", EMPHYSEMA, "慢性支气管炎、肺气肿。", Sex.MALE);
        source.refresh();
        assertEquals(
                "慢性支气管炎、肺气肿。",
                suggest(SectionKind.IMPRESSION, NODULE, "慢性").getFirst().words());
        List<String> findings = words(suggest(SectionKind.FINDINGS, NODULE, ""));
        assertFalse(findings.contains(NODULE), "it stands there already");
        assertTrue(findings.contains("长径【数值】 mm。"));
        assertEquals(findings.size(), Set.copyOf(findings).size(), "each sentence once");
    }

    // [utest->req~plugin.suggest-archive~1]
    @Test
    void aNewVersionTakesThePlaceOfTheOldAndTheNextRoundReadsNoMoreThanIsNew() throws WorkstationException {
        forty("a", NODULE, "右肺上叶磨玻璃结节，建议随访。", Sex.MALE);
        source.refresh();
        for (int i = 0; i < 40; i++) {
            archive.sign(Archive.report("a" + i, Sex.MALE, "CHEST", NODULE, "右肺上叶早期肺癌可能。"), Archive.TODAY);
        }
        source.refresh();
        List<Suggestion> now = suggest(SectionKind.IMPRESSION, NODULE, "");
        assertEquals(List.of("右肺上叶早期肺癌可能。"), words(now));
        assertEquals(40, now.getFirst().uses());
        source.refresh();
        assertEquals(40, suggest(SectionKind.IMPRESSION, NODULE, "").getFirst().uses(), "nothing was counted twice");
    }

    // [utest->req~plugin.suggest-archive~1]
    @Test
    void wordsOfTheOtherSexAreNotSuggested() throws WorkstationException {
        forty("a", NODULE + "子宫大小正常。", "未见异常。", Sex.FEMALE);
        source.refresh();
        assertFalse(words(suggest(SectionKind.FINDINGS, NODULE, "")).contains("子宫大小正常。"));
    }

    private static TemplateScope scope(String modality, boolean isEnhanced, String... words) {
        return new TemplateScope(
                new TemplateHead(
                        modality, "", "", ReportLanguage.CHINESE, Set.of(modality), Set.of(), Set.of(), List.of(words)),
                isEnhanced);
    }

    // [utest->req~plugin.suggest-archive~1]
    // [utest->req~report.suggest.stock-scope~1]
    @Test
    void withoutReportsTemplatesAndPhrasesStillHelp() throws WorkstationException {
        archive.stock.add(new StockWords(
                "template:chest-ct",
                ReportLanguage.CHINESE,
                SectionKind.FINDINGS,
                "纵隔居中，未见肿大淋巴结。",
                scope("CT", false)));
        archive.stock.add(new StockWords(
                "template:mr", ReportLanguage.CHINESE, SectionKind.FINDINGS, "脑实质未见异常。", scope("MR", false)));
        archive.stock.add(new StockWords(
                "template:cta",
                ReportLanguage.CHINESE,
                SectionKind.FINDINGS,
                "肺动脉CTA未见肺栓塞。",
                scope("CT", true, "肺动脉")));
        archive.stock.add(new StockWords(
                "template:ldct", ReportLanguage.CHINESE, SectionKind.FINDINGS, "筛查未见结节。", scope("CT", false, "筛查")));
        source.refresh();
        List<Suggestion> offered = suggest(SectionKind.FINDINGS, "", "");
        assertEquals(List.of("纵隔居中，未见肿大淋巴结。"), words(offered));
        assertEquals(List.of("template:chest-ct"), offered.getFirst().basis());
    }

    // [utest->req~plugin.suggest-archive.safe~1]
    @Test
    void nothingSuggestedHoldsANumberADateOrANameOfAnyPatient() throws WorkstationException {
        Random random = new Random(6);
        for (int i = 0; i < 3000; i++) {
            String findings = "张一帆右肺见" + (1 + random.nextInt(9)) + "枚结节，大者" + random.nextInt(40) + "." + i % 10
                    + " mm。与2025-0" + (1 + i % 9) + "-1" + i % 10 + "片比较，增大" + random.nextInt(90) + "%。病例号P20260077。";
            archive.sign(
                    Archive.report(
                            "r" + i, Sex.MALE, "CHEST", findings, (1 + i % 3) + ".肺结节" + i + "号，建议" + i % 12 + "月后复查。"),
                    Archive.TODAY.minusDays(random.nextInt(2000)));
        }
        source.refresh();
        Set<String> all = new HashSet<>();
        for (String typed : List.of("", "右肺", "与", "病例", "肺结节")) {
            all.addAll(words(suggest(SectionKind.FINDINGS, "", typed)));
            all.addAll(words(suggest(SectionKind.IMPRESSION, "右肺见结节。", typed)));
        }
        assertTrue(all.size() >= 4, all::toString);
        all.forEach(
                words -> assertFalse(words.codePoints().anyMatch(Character::isDigit) || words.contains("张一帆"), words));
    }
}
