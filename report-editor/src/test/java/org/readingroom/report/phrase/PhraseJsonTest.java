package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.WorkstationException;

class PhraseJsonTest {
    private static final NormalText NORMAL =
            new NormalText("CT", "CHEST", "FEMALE", "胸部CT平扫", ReportLanguage.CHINESE, "", "双肺未见异常密度影。", "胸部CT未见明确异常。");

    // [utest->req~report.phrase.file~1]
    @Test
    void aBookComesBackAsItWasWritten() throws Exception {
        PhraseBook book = new PhraseBook(
                List.of(new Phrase("1", List.of("胸部", "肺"), "结节\"\\", "ln", ReportLanguage.CHINESE, "甲\n{直径}𠮷")),
                List.of(NORMAL));
        assertEquals(book, PhraseJson.read(PhraseJson.write(book)));
        assertEquals(PhraseBook.EMPTY, PhraseJson.read(PhraseJson.write(PhraseBook.EMPTY)));
    }

    @Test
    void whatIsNoBookOfOursIsRefusedByName() {
        String good = "{\"format\":\"readingroom.phrases\",\"version\":1,\"phrases\":[%s]}";
        String phrase = "{\"id\":\"1\",\"title\":\"t\",\"language\":\"zh\",\"text\":\"%s\"%s}";
        refused("report.phrase.foreign", "");
        refused("report.phrase.foreign", "[1]");
        refused("report.phrase.foreign", "{\"format\":\"other\",\"version\":1}");
        refused("report.phrase.foreign", "{\"format\":");
        refused("report.phrase.newer", "{\"format\":\"readingroom.phrases\",\"version\":2}");
        refused("report.phrase.broken", "{\"format\":\"readingroom.phrases\",\"version\":\"1\"}");
        refused("report.phrase.broken", "{\"format\":\"readingroom.phrases\",\"version\":1,\"phrases\":7}");
        refused("report.phrase.broken", good.formatted("{}"));
        refused("report.phrase.broken", good.formatted(phrase.formatted("", "")));
        refused("report.phrase.broken", good.formatted(phrase.formatted("x", ",\"shortcut\":\"a b\"")));
        refused("report.phrase.broken", good.formatted(phrase.formatted("x".repeat(10_001), "")));
        String twice = phrase.formatted("x", "") + "," + phrase.formatted("y", "");
        refused("report.phrase.broken", good.formatted(twice));
        refused("report.phrase.foreign", good.formatted("[".repeat(1000)));
    }

    private static void refused(String key, String file) {
        assertEquals(
                key,
                assertThrows(
                                WorkstationException.class,
                                () -> PhraseJson.read(file.getBytes(StandardCharsets.UTF_8)),
                                file)
                        .messageKey(),
                file);
    }

    // [utest->req~report.phrase.shipped~1]
    @Test
    void theShippedBooksHaveShortcutsThatNameOnePhraseInEachLanguage() {
        PhraseBook book = ShippedPhrases.book();
        for (ReportLanguage language : ReportLanguage.values()) {
            Set<String> shortcuts = new HashSet<>();
            List<Phrase> those = book.phrases().stream()
                    .filter(phrase -> phrase.language() == language)
                    .toList();
            assertTrue(those.size() >= 20, language + " has " + those.size());
            for (Phrase phrase : those) {
                assertTrue(shortcuts.add(phrase.shortcut().toLowerCase(java.util.Locale.ROOT)), phrase.shortcut());
            }
        }
    }

    // [utest->req~report.phrase.normal~1]
    @Test
    void aNormalTextSuitsItsOwnKindOfStudyAlone() {
        StudyIdentity chest = SampleReports.study(Sex.FEMALE);
        PhraseBook book = new PhraseBook(List.of(), List.of(NORMAL));
        assertEquals(Optional.of(NORMAL), book.normal(chest, ReportLanguage.CHINESE));
        assertEquals(Optional.empty(), book.normal(chest, ReportLanguage.ENGLISH));
        for (String[] other : new String[][] {{"MR", "CHEST"}, {"CT", "HEAD"}, {"", "CHEST"}}) {
            assertEquals(
                    Optional.empty(), book.normal(study(chest, other[0], other[1]), ReportLanguage.CHINESE), other[1]);
        }
        NormalText anew = new NormalText("CT", "CHEST", "FEMALE", "胸部CT平扫", ReportLanguage.CHINESE, "", "甲。", "乙。");
        assertEquals(List.of(anew), book.with(anew).normals());
        NormalText unknown = new NormalText("CT", "", "FEMALE", "胸部CT平扫", ReportLanguage.CHINESE, "", "甲。", "乙。");
        assertEquals(
                Optional.empty(),
                new PhraseBook(List.of(), List.of(unknown)).normal(study(chest, "CT", ""), ReportLanguage.CHINESE),
                "of an unknown part nobody knows what is normal");
    }

    private static StudyIdentity study(StudyIdentity like, String modality, String part) {
        return new StudyIdentity(
                like.study(), like.patient(), "", like.studyTime(), modality, part, "", like.institution());
    }
}
