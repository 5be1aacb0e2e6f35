package org.readingroom.report.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

class MachineWordsTest {
    private static final String WORDS = "右肺上叶磨玻璃结节。";

    private final MachineWords machine = new MachineWords();

    private static Report report(ReportSentence... sentences) {
        return Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE)
                .with(SampleReports.section(SectionKind.FINDINGS, sentences));
    }

    private static ReportSentence suggested(SuggestionTrace.Act act) {
        return ReportSentence.of(
                        WORDS, act == SuggestionTrace.Act.PENDING ? SentenceOrigin.MACHINE : SentenceOrigin.HUMAN)
                .withSuggestion(new SuggestionTrace("source", "1", WORDS, act, 0, List.of()));
    }

    private Report typed(Report report, SectionKind kind, String text) {
        return machine.keep(report, kind, text).apply(report);
    }

    // [utest->req~report.suggest.never-unaccepted~1]
    @Test
    void wordsCutHereAndPastedInAnotherSectionAreStillAMachines() {
        Report cut = typed(report(suggested(SuggestionTrace.Act.PENDING)), SectionKind.FINDINGS, "");
        assertEquals("", cut.text(SectionKind.FINDINGS));
        Report pasted = typed(cut, SectionKind.IMPRESSION, "1." + WORDS);
        assertTrue(pasted.section(SectionKind.IMPRESSION).sentences().getFirst().isUnaccepted());
    }

    // [utest->req~report.suggest.never-unaccepted~1]
    @Test
    void wordsJoinedToAPersonsSentenceAreStillAMachines() {
        Report two = report(
                ReportSentence.of("双侧胸廓对称，肋骨未见明确骨折征象，纵隔居中。", SentenceOrigin.HUMAN),
                suggested(SuggestionTrace.Act.PENDING));
        Report joint =
                typed(two, SectionKind.FINDINGS, two.text(SectionKind.FINDINGS).replaceFirst("。", ""));
        assertEquals(1, joint.section(SectionKind.FINDINGS).sentences().size());
        assertTrue(joint.section(SectionKind.FINDINGS).sentences().getFirst().isUnaccepted());
    }

    // [utest->req~report.suggest.never-unaccepted~1]
    @Test
    void aPersonWhoWritesOverThemMakesThemTheirOwn() {
        Report edited =
                typed(report(suggested(SuggestionTrace.Act.PENDING)), SectionKind.FINDINGS, WORDS.replace("磨玻璃", "实性"));
        ReportSentence sentence =
                edited.section(SectionKind.FINDINGS).sentences().getFirst();
        assertEquals(SentenceOrigin.HUMAN, sentence.origin());
        SuggestionTrace trace = sentence.suggestion();
        assertTrue(trace != null && trace.act() == SuggestionTrace.Act.EDITED);
        assertEquals(3, trace.editDistance(), "磨玻璃 became 实性: two exchanged, one taken out");
    }

    // [utest->req~report.suggest.trace~1]
    @Test
    void acceptedWordsThatAreMovedKeepTheirTraceAndOthersGetNone() {
        Report cut = typed(report(suggested(SuggestionTrace.Act.ACCEPTED)), SectionKind.FINDINGS, "");
        Report pasted = typed(cut, SectionKind.IMPRESSION, WORDS + "建议随访。");
        List<ReportSentence> sentences = pasted.section(SectionKind.IMPRESSION).sentences();
        SuggestionTrace trace = sentences.getFirst().suggestion();
        assertTrue(trace != null && trace.act() == SuggestionTrace.Act.ACCEPTED);
        assertEquals(SentenceOrigin.HUMAN, sentences.getFirst().origin());
        assertNull(sentences.getLast().suggestion());
    }
}
