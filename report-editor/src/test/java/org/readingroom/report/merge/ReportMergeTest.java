package org.readingroom.report.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.report.merge.MergeConflict.Kind;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.merge.sentences~1]
class ReportMergeTest {
    private static final Report BASE = findings("a 肺。", "b 心。", "c 骨。");

    @Test
    void differentSentencesMerge() {
        MergeResult result = merge(findings("a 肺改。", "b 心。", "c 骨。"), findings("a 肺。", "b 心。", "c 骨改。", "d 新。"));
        assertEquals("肺改。心。骨改。新。", text(result));
        assertTrue(result.isClean());
    }

    @Test
    void theSameSentenceGoesToThePerson() {
        MergeResult result = merge(findings("a 肺一。", "b 心。", "c 骨。"), findings("a 肺二。", "b 心。", "c 骨。"));
        assertEquals("肺一。心。骨。", text(result), "mine stands until decided");
        MergeConflict conflict = result.conflicts().getFirst();
        assertEquals(Kind.BOTH_CHANGED, conflict.kind());
        assertEquals(List.of("肺。", "肺一。", "肺二。"), words(conflict));
        MergeResult decided = result.decidedForTheirs(conflict);
        assertEquals("肺二。心。骨。", text(decided));
        assertTrue(decided.isClean());
        assertTrue(result.decidedForMine(conflict).isClean());
        assertThrows(IllegalArgumentException.class, () -> decided.decidedForMine(conflict));
    }

    @Test
    void theSameChangeOnBothSidesIsNone() {
        MergeResult result = merge(findings("a 肺改。", "b 心。"), findings("a 肺改。", "b 心。"));
        assertEquals("肺改。心。", text(result));
        assertTrue(result.isClean());
    }

    @Test
    void whatOneTookAwayAndTheOtherChangedGoesToThePerson() {
        MergeResult result = merge(findings("a 肺。", "c 骨。"), findings("a 肺。", "b 心大。", "c 骨。"));
        assertEquals("肺。骨。", text(result));
        MergeConflict conflict = result.conflicts().getFirst();
        assertEquals(Kind.CHANGED_AND_REMOVED, conflict.kind());
        assertTrue(text(result.decidedForTheirs(conflict)).contains("心大。"));
        MergeResult other = merge(findings("a 肺。", "b 心大。", "c 骨。"), findings("a 肺。", "c 骨。"));
        assertEquals("肺。心大。骨。", text(other));
        assertEquals("肺。骨。", text(other.decidedForTheirs(other.conflicts().getFirst())));
    }

    @Test
    void whatOneTookAwayUnchangedIsGone() {
        assertEquals("骨。", text(merge(findings("b 心。", "c 骨。"), findings("a 肺。", "c 骨。"))));
    }

    /// Whoever writes on behind the last sentence gives it a blank: no change of that sentence.
    @Test
    void bothMayWriteOnAtTheEnd() {
        Report base = findings("a Lungs clear.");
        MergeResult result = ReportMerge.merge(
                base, findings("a Lungs clear. ", "m No effusion."), findings("a Lungs clear.\n", "t Heart normal."));
        assertTrue(result.isClean());
        assertEquals("Lungs clear. No effusion. Heart normal.", text(result));
    }

    @Test
    void aSentenceBothAddedIsThereOnce() {
        MergeResult result =
                merge(findings("a 肺。", "m 无积液。", "b 心。", "c 骨。"), findings("a 肺。", "t 无积液。", "b 心。", "c 骨。"));
        assertEquals("肺。无积液。心。骨。", text(result));
    }

    @Test
    void whoeverMovedSentencesIsFollowedAndTwoOrdersGoToThePerson() {
        assertEquals("骨。肺改。心。", text(merge(findings("a 肺改。", "b 心。", "c 骨。"), findings("c 骨。", "a 肺。", "b 心。"))));
        MergeResult both = merge(findings("b 心。", "a 肺。", "c 骨。"), findings("c 骨。", "a 肺。", "b 心。"));
        assertEquals(Kind.ORDER, both.conflicts().getFirst().kind());
        assertEquals("心。肺。骨。", text(both));
        assertThrows(
                IllegalArgumentException.class,
                () -> both.decidedForTheirs(both.conflicts().getFirst()));
    }

    /// Evidence and numbers are part of a sentence: a conflict although the words are the same.
    @Test
    void evidenceCountsAsMuchAsWords() {
        ReportSentence plain = SampleReports.sentence("a", "结节 8.3 mm。");
        ReportSentence measured = new ReportSentence(
                plain.id(), plain.text(), plain.origin(), List.of(SampleReports.ANCHOR), List.of(), List.of());
        ReportSentence numbered = new ReportSentence(
                plain.id(), plain.text(), plain.origin(), List.of(), List.of(SampleReports.LENGTH), List.of());
        MergeResult result = ReportMerge.merge(of(plain), of(measured), of(numbered));
        assertEquals(1, result.conflicts().size());
        assertEquals(
                measured,
                merged(ReportMerge.merge(of(plain), of(measured), of(plain))).getFirst());
    }

    @Test
    void anotherStudyIsNotMerged() {
        Report other = Report.blank(
                SampleReports.chestCt().study(), SampleReports.chestCt().language());
        assertThrows(IllegalArgumentException.class, () -> ReportMerge.merge(BASE, BASE, other));
    }

    /// What each side did to each sentence is drawn by lot; what must come of it is known from the lot alone.
    @Test
    void noEditOfOneSideIsLostAndNoneOfTwoIsDecided() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> base = new ArrayList<>();
            List<String> mine = new ArrayList<>();
            List<String> theirs = new ArrayList<>();
            Map<String, String> expected = new HashMap<>();
            int conflicts = 0;
            for (int i = 0; i < 8; i++) {
                String id = "s" + i;
                String old = i + "旧。";
                base.add(id + " " + old);
                int m = random.nextInt(3); // 0 as it was, 1 changed, 2 taken away
                int t = random.nextInt(3);
                String mineWords = m == 1 ? i + "我。" : old;
                String theirsWords = t == 1 ? i + "他。" : old;
                if (m != 2) {
                    mine.add(id + " " + mineWords);
                }
                if (t != 2) {
                    theirs.add(id + " " + theirsWords);
                }
                if (m == 1 && t != 0 || m == 2 && t == 1) {
                    conflicts++;
                }
                if (m == 1) {
                    expected.put(id, mineWords);
                } else if (m == 0 && t != 2) {
                    expected.put(id, theirsWords);
                }
                if (random.nextInt(4) == 0) {
                    mine.add("m" + i + " " + i + "我添。");
                    expected.put("m" + i, i + "我添。");
                }
                if (random.nextInt(4) == 0) {
                    theirs.add("t" + i + " " + i + "他添。");
                    expected.put("t" + i, i + "他添。");
                }
            }
            MergeResult result = ReportMerge.merge(
                    findings(base.toArray(String[]::new)),
                    findings(mine.toArray(String[]::new)),
                    findings(theirs.toArray(String[]::new)));
            Map<String, String> found = new HashMap<>();
            merged(result).forEach(sentence -> found.put(sentence.id().value(), sentence.words()));
            assertEquals(expected, found, "seed " + seed);
            assertEquals(conflicts, result.conflicts().size(), "seed " + seed);
            assertInOrder(mine, result, seed);
            assertInOrder(theirs, result, seed);
            Report m = findings(mine.toArray(String[]::new));
            Report b = findings(base.toArray(String[]::new));
            assertEquals(m, ReportMerge.merge(b, m, b).merged(), "nothing came in, seed " + seed);
            assertEquals(m, ReportMerge.merge(b, b, m).merged(), "nothing of mine, seed " + seed);
        }
    }

    /// Nobody moved anything here, so both orders are kept.
    private static void assertInOrder(List<String> side, MergeResult result, long seed) {
        List<String> ids = side.stream().map(text -> text.split(" ", 2)[0]).toList();
        List<String> there = merged(result).stream()
                .map(sentence -> sentence.id().value())
                .filter(ids::contains)
                .toList();
        assertEquals(ids.stream().filter(there::contains).toList(), there, "seed " + seed);
    }

    private static MergeResult merge(Report mine, Report theirs) {
        return ReportMerge.merge(BASE, mine, theirs);
    }

    /// Each text is `id words`.
    private static Report findings(String... sentences) {
        List<ReportSentence> all = new ArrayList<>();
        for (String each : sentences) {
            String[] parts = each.split(" ", 2);
            all.add(SampleReports.sentence(parts[0], parts[1]));
        }
        return of(all.toArray(ReportSentence[]::new));
    }

    private static Report of(ReportSentence... sentences) {
        return SampleReports.chestCt().with(SampleReports.section(SectionKind.FINDINGS, sentences));
    }

    private static List<ReportSentence> merged(MergeResult result) {
        return result.merged().section(SectionKind.FINDINGS).sentences();
    }

    private static String text(MergeResult result) {
        return result.merged().text(SectionKind.FINDINGS);
    }

    private static List<String> words(MergeConflict conflict) {
        List<String> words = new ArrayList<>();
        for (ReportSentence each : new ReportSentence[] {conflict.base(), conflict.mine(), conflict.theirs()}) {
            words.add(each == null ? "" : each.words());
        }
        return words;
    }
}
