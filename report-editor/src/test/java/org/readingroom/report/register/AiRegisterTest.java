package org.readingroom.report.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.report.testing.SampleReports;

class AiRegisterTest {
    private static final Report PLAIN = SampleReports.chestCt();

    private static ReportSentence suggested(String words) {
        return ReportSentence.of(words, SentenceOrigin.HUMAN)
                .withSuggestion(
                        new SuggestionTrace("source", "1", words, SuggestionTrace.Act.ACCEPTED, 0, List.of("r1")));
    }

    private static SignedReport signed(Report report, int version, Stage stage) {
        return new SignedReport(
                report,
                new SigningAct(
                        stage,
                        SampleReports.radiologist(),
                        version,
                        version == 1 ? "" : "ab",
                        SampleReports.NOW.plusSeconds(version),
                        "",
                        "rules"),
                new byte[0],
                "d" + version,
                new byte[0]);
    }

    private static NotedAct noted(SuggestionAct.Kind kind, String words, SentenceId sentence, int second) {
        boolean isRejected = kind == SuggestionAct.Kind.REJECTED;
        return new NotedAct(
                new SuggestionAct(
                        PLAIN.id(),
                        PLAIN.study(),
                        SectionKind.IMPRESSION,
                        "source",
                        "1",
                        words,
                        kind,
                        isRejected ? "" : words,
                        0,
                        isRejected ? null : sentence,
                        List.of("r1")),
                "somebody",
                SampleReports.NOW.minusSeconds(second));
    }

    // [utest->req~report.register.rebuilt~1]
    @Test
    void aSignedUseIsOneRowWithItsFirstSignatureAndItsLastWords() {
        ReportSentence first = suggested("建议随访。");
        Report one = PLAIN.with(SampleReports.section(SectionKind.IMPRESSION, first));
        Report two = PLAIN.with(SampleReports.section(SectionKind.IMPRESSION, first.rewritten("建议3个月随访。")));
        List<RegisterEntry> rows =
                AiRegister.of(List.of(signed(two, 2, Stage.REVIEW), signed(one, 1, Stage.PRIMARY)), List.of());
        assertEquals(1, rows.size());
        RegisterEntry row = rows.getFirst();
        assertEquals(SuggestionAct.Kind.EDITED, row.kind());
        assertEquals(3, row.editDistance(), "3, 个 and 月 were put in");
        assertEquals("建议随访。", row.suggested());
        assertEquals("建议3个月随访。", row.words());
        assertEquals(1, row.version());
        assertEquals(SampleReports.NOW.plusSeconds(1), row.at());
        assertEquals("建议3个月随访。", row.conclusion());
    }

    // [utest->req~report.register.rebuilt~1]
    @Test
    void aSentenceTakenOutLaterStaysARowWithoutWords() {
        Report one = PLAIN.with(SampleReports.section(SectionKind.IMPRESSION, suggested("建议随访。")));
        List<RegisterEntry> rows =
                AiRegister.of(List.of(signed(one, 1, Stage.PRIMARY), signed(PLAIN, 2, Stage.REVIEW)), List.of());
        assertEquals("", rows.getFirst().words());
        assertEquals(1, rows.getFirst().version());
    }

    // [utest->req~report.register.rebuilt~1]
    @Test
    void theLedgerAddsWhatWasRejectedOrNeverSignedAndChangesNothingElse() {
        ReportSentence kept = suggested("建议随访。");
        Report one = PLAIN.with(SampleReports.section(SectionKind.IMPRESSION, kept));
        List<SignedReport> versions = List.of(signed(one, 1, Stage.PRIMARY));
        List<RegisterEntry> alone = AiRegister.of(versions, List.of());
        List<RegisterEntry> all = AiRegister.of(
                versions,
                List.of(
                        noted(SuggestionAct.Kind.ACCEPTED, "建议随访。", kept.id(), 30),
                        noted(SuggestionAct.Kind.REJECTED, "建议活检。", kept.id(), 20),
                        noted(SuggestionAct.Kind.ACCEPTED, "未见异常。", SentenceId.create(), 10)));
        assertEquals(3, all.size());
        assertEquals(alone, all.stream().filter(RegisterEntry::isSigned).toList());
        assertEquals(
                List.of("建议随访。", "未见异常。", "建议活检。"),
                all.stream().map(RegisterEntry::suggested).toList(),
                "the newest first");
    }

    // [utest->req~report.register.export~1]
    @Test
    void theTableQuotesWhatItMustAndLetsNoFormulaIn() {
        String csv =
                RegisterCsv.of(List.of("a", "b"), List.of(List.of("=1+1", "say \"no\", then\ngo"), List.of("x", "")));
        assertEquals("\uFEFFa,b\r\n'=1+1,\"say \"\"no\"\", then\ngo\"\r\nx,\r\n", csv);
        RegisterEntry row = AiRegister.of(
                        List.of(signed(
                                PLAIN.with(SampleReports.section(SectionKind.IMPRESSION, suggested("建议随访。"))),
                                1,
                                Stage.PRIMARY)),
                        List.of())
                .getFirst();
        List<String> cells = RegisterCsv.cells(row, "采纳", "待随访");
        assertEquals(17, cells.size());
        assertTrue(cells.contains("建议随访。") && cells.contains("待随访") && cells.contains("source"));
        assertEquals(Instant.parse(cells.get(14)), row.at());
    }
}
