package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.ReportFact;
import org.readingroom.report.workflow.VersionValidity;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.reporting.ReportCopies;
import org.readingroom.services.reporting.StudyOrders;
import org.readingroom.services.testing.QuickHome;

/// A review that the hospital's own change overtook is withdrawn: it was never given out, and is counted nowhere. The
/// clock begins at 09:00 UTC of 2 March 2026.
class WithdrawnVersionTest extends ChangedReports {
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), ZoneOffset.UTC);

    // [utest->req~report.statistics.read~1]
    // [utest->req~report.copy.validity~1]
    @Test
    void aWithdrawnReviewIsInNoFigureAndItsCopySaysWhy() throws Exception {
        advanceTo("2026-03-02T09:10:00Z");
        OpenReport blank = open();
        // open lets a second pass
        SignedReport primary = sign(Reports.written(blank.report(), "右肺结节。"), 0, Stage.PRIMARY, Polarity.NEGATIVE);
        until("preliminary", this::isSeenTo);
        ReportFact before = fact();
        assertEquals(Instant.parse("2026-03-02T09:10:01Z"), before.firstSigned());

        session.close();
        session = QuickHome.signIn(home, "senior");
        conclude("左肺结节。");
        advanceTo("2026-03-02T09:40:00Z");
        OpenReport open = open();
        SignedReport overtaken = sign(reworded(open.report()), 1, Stage.REVIEW, Polarity.POSITIVE);
        assertEquals(Instant.parse("2026-03-02T09:40:01Z"), fact().issued(), "it holds until it is withdrawn");
        assertEquals(Polarity.POSITIVE, fact().conclusion());
        until("a conflict", this::isSeenTo);
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        incoming()
                .take(
                        change,
                        change.merge()
                                .decidedForTheirs(change.merge().conflicts().getFirst()));

        // one report, none issued, its conclusion that of the primary report: as if the review had never been
        assertEquals(before, fact());
        assertNull(fact().issued());
        assertEquals(Polarity.NEGATIVE, fact().conclusion());
        assertEquals("valid", validity(primary).code());
        assertEquals(
                "第 2 版（审核报告）在送达医院前已撤回；现行版本：第 1 版",
                validity(overtaken).told(Messages.of(Locale.SIMPLIFIED_CHINESE), ZoneId.of("UTC")));

        ReportCopies copies = new ReportCopies(session.reports(), session.course(), ZoneId.of("UTC"));
        String copied = copies.text(overtaken.report());
        assertTrue(copied.startsWith("已作废 / NOT THE VALID VERSION\n第 2 版（审核报告）在送达医院前已撤回；现行版本：第 1 版\n"), copied);
        assertTrue(copied.contains("右肺上叶结节。"), copied);
        assertTrue(copies.text(primary.report()).startsWith("医学影像诊断报告\n"), "the version that holds");
        assertTrue(copies.text(reworded(primary.report())).startsWith("医学影像诊断报告 · 草稿"), "words of nobody yet");

        advanceTo("2026-03-02T10:25:00Z");
        OpenReport again = open();
        assertEquals(List.of(primary.digest()), digests(again.holding()), "what writing goes on from");
        assertEquals(2, again.versions().size());
        assertFalse(again.isAtRest(), "it is to be signed again");
        assertFalse(session.reports().isAtRest(study.uid()));
        sign(again.report(), again.baseVersion(), Stage.REVIEW, Polarity.POSITIVE);
        // 75 minutes after the primary report, not 30
        assertEquals(Instant.parse("2026-03-02T10:25:01Z"), fact().issued());
        assertEquals(Polarity.POSITIVE, fact().conclusion());
        assertEquals("withdrawn", validity(overtaken).code());
        assertEquals("superseded", validity(primary).code());
    }

    private void advanceTo(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    private SignedReport sign(Report report, int base, Stage stage, Polarity mark) throws Exception {
        return session.reports().sign(report.withConclusion(mark), base, stage, "", "demo".toCharArray());
    }

    /// The only one there is.
    private ReportFact fact() throws Exception {
        try (Session reader = QuickHome.signIn(home, "senior")) {
            StudyOrders orders = StudyOrders.of(reader.orders(), reader.studies(), reader.worklist());
            List<ReportFact> facts =
                    reader.reporting().statistics().count(MARCH, orders).facts();
            assertEquals(1, facts.size());
            return facts.getFirst();
        }
    }

    private static List<String> digests(List<SignedReport> versions) {
        return versions.stream().map(SignedReport::digest).toList();
    }

    private VersionValidity validity(SignedReport version) throws Exception {
        return new ReportCopies(session.reports(), session.course(), ZoneId.of("UTC"))
                .validity(study.uid(), version.report().id(), version.act().version());
    }

    private static Report reworded(Report report) {
        ReportSentence old = report.section(SectionKind.IMPRESSION).sentences().getFirst();
        return report.with(new Section(SectionKind.IMPRESSION, List.of(old.withText("右肺上叶结节。"))));
    }
}
