package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.pdf.ReportFonts;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.reporting.ReportCopies.Copy;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A home with real PDFs; its clock begins at 09:00 UTC of 2 March 2026.
// [utest->req~report.copy.validity~1]
class ReportCopiesTest {
    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "skipped: no font with Chinese letters");
        home = Home.openOrCreateDemo(folder.resolve("home"), QuickHome.options(clock), Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        if (home != null) {
            home.close();
        }
    }

    private SignedReport sign(String login, Stage stage) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report report = open.report();
            for (SectionKind kind : List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
                if (report.section(kind).isBlank() || kind == SectionKind.TECHNIQUE && stage == Stage.CORRECTION) {
                    report = ReportEdits.setText(report, kind, "右肺上叶结节。" + stage.name())
                            .apply(report);
                }
            }
            return session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    private void act(String login, Kind kind, String code) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            String last = session.reports().versions(study.uid()).getLast().digest();
            session.course().act(study.uid(), ActWish.of(kind, last, code, "检查项目写错"));
        }
    }

    private static Copy copy(Session session, SignedReport signed) throws WorkstationException {
        return new ReportCopies(session.reports(), session.course(), ZoneId.of("Asia/Shanghai"))
                .copy(
                        signed.report().study().study(),
                        signed.report().id(),
                        signed.act().version());
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    void whatWasCorrectedSaysSoInEveryFormAndWhatIsOnFileStays() throws Exception {
        sign("radiologist", Stage.PRIMARY);
        SignedReport review = sign("senior", Stage.REVIEW);
        byte[] onFile;
        try (Session session = QuickHome.signIn(home, "senior")) {
            onFile = session.reports().pdf(review.report().id(), 2);
            Copy holding = copy(session, review);
            assertTrue(holding.validity().isValid());
            assertArrayEquals(onFile, holding.pdf(), "the one that counts is handed out as it is on file");
            assertFalse(holding.html().contains("已作废"));
            assertFalse(holding.text().contains("已作废"));
        }
        act("radiologist", Kind.CHANGE_REQUESTED, "");
        act("senior", Kind.CHANGE_GRANTED, "CORRECTION");
        clock.advance(Duration.ofHours(26));
        SignedReport correction = sign("radiologist", Stage.CORRECTION);
        try (Session session = QuickHome.signIn(home, "senior")) {
            Copy old = copy(session, review);
            // 09:00 UTC and 26 hours, in Shanghai, which is eight hours ahead
            String told = "第 2 版（审核报告）已于 2026-03-03 19:00 由第 3 版（更正报告）取代；现行版本：第 3 版";
            String english = "Version 2 (Review) was superseded on 2026-03-03 19:00 by version 3 (Corrected report);"
                    + " current version: 3";
            for (String line : List.of("已作废", "NOT THE VALID VERSION", told, english)) {
                assertTrue(words(old.pdf()).contains(line.replaceAll("\\s+", "")), line + words(old.pdf()));
                assertTrue(old.html().contains(line), old.html());
                assertTrue(old.text().contains(line), old.text());
            }
            assertTrue(old.text().startsWith("已作废 / NOT THE VALID VERSION\n"), old.text());
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(old.html().getBytes(StandardCharsets.UTF_8)));
            assertArrayEquals(onFile, session.reports().pdf(review.report().id(), 2), "what is on file stays");
            assertArrayEquals(review.canonical(), old.signed().canonical());
            assertArrayEquals(review.signature(), old.signed().signature());
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
            assertTrue(copy(session, correction).validity().isValid());
            assertFalse(words(copy(session, correction).pdf()).contains("已作废"));
        }
    }

    @Test
    void aTemporaryReportIsMarkedByWhatCameAfterItAndAReturnedOneIsNoGround() throws Exception {
        SignedReport temporary = sign("radiologist", Stage.TEMPORARY);
        SignedReport primary = sign("radiologist", Stage.PRIMARY);
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(copy(session, temporary).text().startsWith("非最新版本"));
            assertTrue(copy(session, primary).validity().isValid());
        }
        act("senior", Kind.RETURNED, "wording");
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(words(copy(session, primary).pdf()).contains("未生效"));
        }
        sign("radiologist", Stage.PRIMARY);
        sign("senior", Stage.REVIEW);
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(copy(session, temporary).text().startsWith("已作废"));
            assertTrue(words(copy(session, temporary).pdf()).contains("现行版本：第4版"));
        }
    }

    @Test
    void aVersionThatIsNotThereIsRefused() throws Exception {
        SignedReport primary = sign("radiologist", Stage.PRIMARY);
        try (Session session = QuickHome.signIn(home, "senior")) {
            ReportCopies copies = new ReportCopies(session.reports(), session.course(), ZoneId.of("UTC"));
            WorkstationException refused = assertThrows(
                    WorkstationException.class,
                    () -> copies.validity(study.uid(), primary.report().id(), 2));
            assertEquals("services.report.unknown", refused.messageKey());
        }
    }
}
