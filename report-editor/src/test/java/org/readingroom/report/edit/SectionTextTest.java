package org.readingroom.report.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.sentences.stable-ids~1]
class SectionTextTest {
    private final Section findings = SampleReports.chestCt().section(SectionKind.FINDINGS);

    private static List<String> ids(Section section) {
        return section.sentences().stream()
                .map(sentence -> sentence.id().value())
                .toList();
    }

    @Test
    void unchangedTextLeavesTheSectionAsItWas() {
        assertEquals(findings, SectionText.replace(findings, findings.text()));
    }

    @Test
    void aSentenceTypedBeforeTheOthersLeavesTheirNamesAndEvidence() {
        Section after = SectionText.replace(findings, "气管居中。" + findings.text());
        assertEquals(List.of("f1", "f2", "f3"), ids(after).subList(1, 4));
        assertEquals(findings.sentences().get(1), after.sentences().get(2));
    }

    @Test
    void aChangedNumberKeepsTheAnchorAndBecomesThePersonsOwn() {
        Section machine = new Section(
                SectionKind.FINDINGS,
                findings.sentences().stream()
                        .map(sentence -> sentence.withOrigin(SentenceOrigin.MACHINE))
                        .toList());
        Section after = SectionText.replace(machine, machine.text().replace("8.3 mm", "9 mm"));
        assertEquals(List.of("f1", "f2", "f3"), ids(after));
        assertEquals(List.of(SampleReports.ANCHOR), after.sentences().get(1).evidence());
        assertEquals(SentenceOrigin.HUMAN, after.sentences().get(1).origin());
        assertEquals(SentenceOrigin.MACHINE, after.sentences().get(0).origin());
    }

    @Test
    void sentencesRunTogetherKeepTheEvidenceOfBoth() {
        Section after = SectionText.replace(findings, "胸廓对称，右肺上叶见结节，长径约8.3 mm，纵隔未见肿大淋巴结，肺门不大，气管居中，食管未见增厚。");
        assertEquals(1, after.sentences().size());
        assertEquals(List.of(SampleReports.ANCHOR), after.sentences().getFirst().evidence());
        assertEquals(List.of(SampleReports.LENGTH), after.sentences().getFirst().measurements());
    }

    @Test
    void aSentenceCutInTwoLeavesTheAnchorWithItsNumber() {
        Section after = SectionText.replace(findings, findings.text().replace("见结节，长径", "见一个边界清楚的实性结节。长径"));
        ReportSentence measured = after.sentences().get(2);
        assertEquals("长径约8.3 mm。", measured.text());
        assertEquals("f2", measured.id().value());
        assertEquals(List.of(SampleReports.LENGTH), measured.measurements());
    }

    @Test
    void aSentenceWrittenAnewIsAnother() {
        Section after = SectionText.replace(findings, "胸廓对称。左侧胸腔积液。纵隔未见肿大淋巴结。");
        assertEquals("f1", ids(after).get(0));
        assertNotEquals("f2", ids(after).get(1));
        assertEquals("f3", ids(after).get(2));
    }

    @Test
    void anySeriesOfKeystrokesKeepsTextExactAndIdsUnique() {
        Random random = new Random(5);
        Section section = findings;
        StringBuilder text = new StringBuilder(section.text());
        String letters = "结节。长mm8. \n；";
        for (int i = 0; i < 3000; i++) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextInt(5) < 2 && at < text.length()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, letters.charAt(random.nextInt(letters.length())));
            }
            section = SectionText.replace(section, text.toString());
            assertEquals(text.toString(), section.text());
            assertEquals(
                    section.sentences().size(),
                    section.sentences().stream()
                            .map(ReportSentence::id)
                            .distinct()
                            .count());
        }
        assertTrue(text.length() > 100);
    }
}
