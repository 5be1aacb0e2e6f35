package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.check.Overrules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

// [utest->req~report.check.overrule-kept~1]
class KeptOverrulesTest {
    private static final String REASON = "原文如此，保密原因";

    /// In the findings 8 mm, in the impression 8 cm: a slip of one power of ten, which blocks.
    private static final String FOUND = "右肺上叶见结节，大小8mm。";

    private static final String CONCLUDED = "右肺上叶结节，8cm。";

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock).withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F'}),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = session("radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    private Session session(String login) throws Exception {
        return QuickHome.signIn(home, login);
    }

    private OpenReport take(Session session) throws Exception {
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private static Report written(Report report, String findings, String impression) {
        Report found =
                ReportEdits.setText(report, SectionKind.FINDINGS, findings).apply(report);
        return ReportEdits.setText(found, SectionKind.IMPRESSION, impression).apply(found);
    }

    private static CheckRules rules(String overrule) throws Exception {
        String file = "{\"format\":\"readingroom.check-rules\",\"formatVersion\":1,\"version\":\"own-1\","
                + "\"severity\":{\"typo\":\"WARNING\"},\"overrule\":[" + overrule + "]}";
        return CheckRules.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static CheckResult found(ReportChecks checks, Report report, String id) {
        return checks.check(CheckContext.of(report)).stream()
                .filter(result -> result.checkId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Overrule letStand(Session session, ReportChecks checks, Report report, String id) throws Exception {
        Overrule given = new Overrules(List.of())
                .with(
                        found(checks, report, id),
                        report,
                        checks.rules(),
                        session.reports().author(),
                        clock.instant(),
                        REASON)
                .all()
                .getFirst();
        session.reporting().overrules().keep(report.study(), report.id().value(), given);
        return given;
    }

    private static List<String> blocking(Session session, ReportChecks checks, Report report) {
        return session.reporting().against(checks).apply(report).stream()
                .filter(result -> result.severity() == CheckSeverity.BLOCKING)
                .map(CheckResult::checkId)
                .toList();
    }

    @Test
    void whatTheAuthorLetStandIsThereForTheReviewerAfterARestartAndLiesSealed() throws Exception {
        ReportChecks checks = new ReportChecks(rules("\"unit.tenfold\""));
        Overrule given;
        try (Session session = session("radiologist")) {
            OpenReport open = take(session);
            Report report = written(open.report(), FOUND, CONCLUDED);
            session.reports().saveDraft(report, open.base());
            given = letStand(session, checks, report, "unit.tenfold");
            assertEquals(
                    "unit.tenfold, own-1: " + REASON,
                    session.audit().latest(20).stream()
                            .filter(event -> event.type().equals("report.check-overruled"))
                            .findFirst()
                            .orElseThrow()
                            .detail());
        }
        home.close();
        String url = "jdbc:sqlite:" + folder.resolve("home/documents.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : List.of("DELETE FROM overrule", "UPDATE overrule SET study = x'00'")) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
            try (var row = statement.executeQuery("SELECT body FROM overrule")) {
                assertTrue(row.next());
                String body = new String(row.getBytes(1), StandardCharsets.UTF_8);
                assertFalse(body.contains(REASON) || body.contains("8cm") || body.contains("unit.tenfold"));
            }
        }
        home = QuickHome.demo(folder.resolve("home"), clock);
        try (Session session = session("senior")) {
            List<Overrule> kept = session.reporting().overrules().ofStudy(study.uid());
            assertEquals(List.of(given), kept);
            assertEquals(REASON, kept.getFirst().reason());
            assertEquals(QuickHome.START, kept.getFirst().at());
            assertEquals("unit.tenfold", kept.getFirst().checkId());
            try (Session author = session("radiologist")) {
                assertEquals(author.user().displayName(), kept.getFirst().name());
                assertEquals(author.user().id(), kept.getFirst().userId());
            }
            assertTrue(session.audit().verify().isIntact());
        }
    }

    @Test
    void theServiceLetsStandWhatTheRuleFileAllowsForTheseWordsOnly() throws Exception {
        ReportChecks checks = new ReportChecks(rules("\"unit.tenfold\""));
        try (Session session = session("radiologist")) {
            Report report = written(take(session).report(), FOUND, CONCLUDED);
            assertEquals(List.of("unit.tenfold"), blocking(session, checks, report));
            letStand(session, checks, report, "unit.tenfold");
            assertEquals(List.of(), blocking(session, checks, report));
            Report changed = written(report, FOUND, "右肺上叶结节，考虑8cm。");
            assertEquals(List.of("unit.tenfold"), blocking(session, checks, changed));
            assertEquals(List.of(), blocking(session, checks, report), "the same words again");
            assertEquals(
                    List.of("unit.tenfold"),
                    blocking(session, new ReportChecks(rules("")), report),
                    "a rule file that lets nobody do that");
        }
    }

    @Test
    void whatBlocksAndNobodyMayLetStandRefusesTheSignature() throws Exception {
        ReportChecks own = new ReportChecks(rules("\"unit.tenfold\""));
        try (Session session = session("radiologist")) {
            OpenReport open = take(session);
            Report report = written(open.report(), FOUND, CONCLUDED);
            letStand(session, own, report, "unit.tenfold");
            SigningRefusedException refused = assertThrows(
                    SigningRefusedException.class,
                    () -> session.reports().sign(report, open.base(), Stage.PRIMARY, "", "", "demo".toCharArray()));
            assertEquals(
                    List.of("check.unit.tenfold"),
                    refused.refusals().stream().map(Refusal::ruleId).toList(),
                    "the rules that ship let nobody overrule it");
            Report mended = written(report, FOUND, "右肺上叶结节，8mm。");
            session.reports().sign(mended, open.base(), Stage.PRIMARY, "", "", "demo".toCharArray());
        }
    }

    @Test
    void nobodyKeepsItInAnothersName() throws Exception {
        ReportChecks checks = new ReportChecks(rules("\"unit.tenfold\""));
        try (Session session = session("radiologist");
                Session other = session("senior")) {
            Report report = written(take(session).report(), FOUND, CONCLUDED);
            Overrule given = letStand(session, checks, report, "unit.tenfold");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> other.reporting()
                            .overrules()
                            .keep(report.study(), report.id().value(), given));
            assertEquals(1, other.reporting().overrules().ofStudy(study.uid()).size());
        }
    }
}
