package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;

class ReportIndexTest {
    private static final LocalDateTime JANUARY = LocalDateTime.of(2026, 1, 15, 9, 0);
    private static final LocalDateTime MAY = LocalDateTime.of(2026, 5, 15, 9, 0);

    private final ReportIndex index = new ReportIndex();

    private void add(String id, int version, String findings, String modality, LocalDateTime time, String author) {
        index.add(MadeReports.signed(id, version, findings, "未见异常。", modality, time, author));
    }

    private List<String> found(ReportQuery query) {
        return index.find(query).stream()
                .map(hit -> hit.study().patient().id().value())
                .toList();
    }

    private List<String> found(String words) {
        return found(ReportQuery.of(words));
    }

    // [utest->req~report.search.words~1]
    @Test
    void wordsOfTwoLettersEnglishWordsAndSeveralAtOnceAreFound() {
        add("a", 1, "右肺上叶见结节影。", "CT", JANUARY, "王");
        add("b", 1, "A Ground-Glass NODULE in the right upper lobe. 右肺见结片状节影。", "CT", MAY, "Li");
        add("c", 1, "肝内囊肿，ＣＴ值约10 HU。", "CT", JANUARY, "Li");
        assertEquals(List.of("DEMO-a"), found("结节"), "two letters apart are no word");
        assertEquals(List.of("DEMO-b"), found("nodule"));
        assertEquals(List.of("DEMO-b"), found("right LOBE"));
        assertEquals(List.of(), found("\"right lobe\""));
        assertEquals(List.of("DEMO-b"), found("“right  upper” ground-glass".replace("  ", " ")));
        assertEquals(List.of("DEMO-c"), found("ct值"), "full-width letters are letters");
        assertEquals(List.of("DEMO-c"), found("肝"), "a single letter too");
        assertEquals(List.of("DEMO-b", "DEMO-a"), found("右肺"), "the newest first");
        assertEquals(List.of(), found("右肺 囊肿"));
        assertEquals(List.of(), found("  "));
        assertEquals(List.of(), found("不存在"));
    }

    @Test
    void theNewestVersionAloneIsFound() {
        add("a", 1, "右肺结节。", "CT", JANUARY, "王");
        add("a", 2, "右肺钙化。", "CT", JANUARY, "王");
        add("a", 1, "右肺结节。", "CT", JANUARY, "王");
        assertEquals(List.of(), found("结节"));
        assertEquals(List.of("DEMO-a"), found("钙化"));
        assertEquals(1, index.size());
    }

    @Test
    void modalityDaysAndAuthorNarrow() {
        add("a", 1, "结节。", "CT", JANUARY, "王医师");
        add("b", 1, "结节。", "MR", MAY, "Dr. Li");
        add("c", 1, "结节。", "CT", null, "Dr. Li");
        assertEquals(List.of("DEMO-b"), found(new ReportQuery("结节", "MR", null, null, "")));
        LocalDate day = JANUARY.toLocalDate();
        assertEquals(List.of("DEMO-a"), found(new ReportQuery("结节", "", day, day, "")));
        assertEquals(List.of("DEMO-b"), found(new ReportQuery("结节", "", day.plusDays(1), null, "")));
        assertEquals(List.of("DEMO-b", "DEMO-c"), found(new ReportQuery("结节", "", null, null, "LI")));
    }

    @Test
    void theSnippetShowsTheWordsAsTheyWereWritten() {
        add("a", 1, "气管通畅。\n" + "纵隔居中。".repeat(10) + "右肺见 Nodule 影。", "CT", JANUARY, "王");
        ReportHit hit = index.find(ReportQuery.of("nodule")).getFirst();
        assertEquals("Nodule", hit.snippet().substring(hit.start(), hit.end()));
    }

    /// Against looking through every report, letter by letter.
    @Test
    void whatIsFoundIsWhatReadingAllWouldFind() {
        List<SignedReport> reports = MadeReports.many(1500, 20261130);
        reports.forEach(index::add);
        for (String words : List.of("结节", "约7 mm", "囊性 胰头", "pleural", "序号1a", "L4/5", "叶见", "钙", "额叶磨")) {
            Set<String> read = reports.stream()
                    .filter(report -> FoldedText.terms(words).stream()
                            .allMatch(term -> (report.report().text(SectionKind.FINDINGS)
                                            + "\n"
                                            + report.report().text(SectionKind.IMPRESSION))
                                    .toLowerCase(Locale.ROOT)
                                    .contains(term)))
                    .map(report -> report.report().study().patient().id().value())
                    .collect(Collectors.toSet());
            List<String> found = found(words);
            assertEquals(Math.min(ReportIndex.MOST, read.size()), found.size(), words);
            assertEquals(
                    Set.of(), found.stream().filter(id -> !read.contains(id)).collect(Collectors.toSet()), words);
        }
    }

    /// Prints what a search takes; `-Dreadingroom.bench.reports` says among how many.
    @Tag("soak")
    @Test
    void timesAreMeasured() {
        int count = Integer.getInteger("readingroom.bench.reports", 20_000);
        List<SignedReport> reports = MadeReports.many(count, 1);
        long begun = System.nanoTime();
        reports.forEach(index::add);
        System.err.printf(Locale.ROOT, "index of %d reports: %d ms%n", count, (System.nanoTime() - begun) / 1_000_000);
        for (String words : List.of("结节", "右肺上叶 囊性", "nodule", "肝", "序号1a", "不存在的词")) {
            long[] nanos = new long[50];
            int hits = 0;
            for (int i = 0; i < nanos.length; i++) {
                long from = System.nanoTime();
                hits = index.find(ReportQuery.of(words)).size();
                nanos[i] = System.nanoTime() - from;
            }
            java.util.Arrays.sort(nanos);
            System.err.printf(
                    Locale.ROOT,
                    "search %s: %d shown, median %.1f ms, slowest %.1f ms%n",
                    words,
                    hits,
                    nanos[25] / 1e6,
                    nanos[49] / 1e6);
        }
    }
}
