package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class ReportServiceTest extends ReportHome {
    // [utest->req~report.sign.one-transaction~1]
    @Test
    void signingKeepsVersionEventAndOutboxEntryAndEndsTheDraft() throws Exception {
        SignedReport signed = signAs("radiologist", Stage.PRIMARY, "右肺结节。");
        try (Session session = session("senior")) {
            assertEquals(List.of(signed), session.reports().versions(study.uid()));
            assertFalse(take(session).isDraft());
            assertEquals(ReadingState.PRIMARY_SIGNED, state(session));
            OutboxEntry entry = session.outbox().entries().getFirst();
            assertEquals(1, session.outbox().entries().size());
            assertEquals(study.uid(), entry.study());
            assertEquals(OutboxEntry.State.WAITING, entry.state());
            byte[] body = session.outbox().body(entry.id());
            assertEquals(entry.bytes(), body.length);
            assertEquals(signed, ReportBundle.signed(body).orElseThrow());
            assertArrayEquals(PDF, session.reports().pdf(signed.report().id(), 1));
            List<AuditEvent> events = session.audit().latest(100);
            assertEquals(
                    1,
                    events.stream().filter(e -> e.type().equals("report.sign")).count());
            assertTrue(session.audit().verify().isIntact());
            VersionVerdict verdict = session.reports().verify(study.uid()).getFirst();
            assertTrue(verdict.isSound(), verdict::toString);
        }
    }

    /// OpenSSL is the second opinion on what we store.
    // [utest->req~report.sign.one-transaction~1]
    @Test
    void opensslVerifiesEveryStoredVersion() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/openssl")), "skipped: no openssl");
        signAs("resident", Stage.TRAINEE, "右肺结节。");
        signAs("radiologist", Stage.PRIMARY, "右肺上叶结节。");
        signAs("senior", Stage.REVIEW, "右肺上叶实性结节，建议随访。");
        home.close();
        home = QuickHome.demo(folder.resolve("home"), clock);
        try (Session session = session("senior")) {
            List<SignedReport> versions = session.reports().versions(study.uid());
            assertEquals(3, versions.size());
            Path authority =
                    Files.write(folder.resolve("ca.pem"), session.reports().trustedCertificatePem());
            for (SignedReport version : versions) {
                assertTrue(openssl(version.canonical(), version.signature(), authority));
                byte[] changed = version.canonical().clone();
                changed[changed.length / 2] ^= 1;
                assertFalse(openssl(changed, version.signature(), authority));
            }
            assertEquals(ReadingState.AWAITING_ISSUE, state(session));
        }
    }

    // [utest->req~report.version.immutable~1]
    @Test
    void theFileItselfRefusesToChangeOrLoseWhatWasSigned() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。");
        home.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA recursive_triggers=ON");
            for (String sql : List.of(
                    "UPDATE version SET stage = 'REVIEW'",
                    "UPDATE version SET body = x'00'",
                    "DELETE FROM version",
                    "REPLACE INTO version SELECT * FROM version",
                    "UPDATE audit SET user = 'x'",
                    "DELETE FROM audit WHERE sequence > 3",
                    "REPLACE INTO audit SELECT * FROM audit",
                    "UPDATE outbox SET body = x'00'",
                    "UPDATE outbox SET target = 'elsewhere'",
                    "DELETE FROM outbox")) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
            statement.execute("UPDATE outbox SET attempts = attempts + 1");
        }
        home = QuickHome.demo(folder.resolve("home"), clock);
    }

    /// A workstation's clock is put right from time to time.
    @Test
    void versionsKeepTheirOrderWhenTheClockWasSetBack() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。");
        clock.advance(Duration.ofHours(-3));
        SignedReport second = signAs("senior", Stage.REVIEW, "右肺上叶结节。");
        try (Session session = session("senior")) {
            OpenReport open = take(session);
            assertEquals(second.report(), open.report());
            assertEquals(second, open.versions().getLast());
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
            assertEquals(
                    List.of(1, 2),
                    session.outbox().entries().stream()
                            .filter(OutboxEntry::isReport)
                            .map(OutboxEntry::reportVersion)
                            .toList());
        }
    }

    @Test
    void anAuditThatFailsDoesNotHideWhySigningWasRefused() throws Exception {
        AtomicBoolean diskFails = new AtomicBoolean();
        home.close();
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock).withRenderer(versions -> PDF).withProbe(step -> {
                    if (diskFails.get() && step.equals("commit")) {
                        throw new IllegalStateException("the disk");
                    }
                }),
                Progress.IGNORED);
        try (Session session = session("resident")) {
            Report report = Reports.written(take(session).report(), "右肺结节。");
            diskFails.set(true);
            SigningRefusedException refused = assertThrows(
                    SigningRefusedException.class,
                    () -> session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray()));
            assertEquals("the disk", refused.getSuppressed()[0].getMessage());
            diskFails.set(false);
        }
    }

    @Test
    void whatTheRulesOrThePasswordRefuseLeavesTheDraftAndIsAudited() throws Exception {
        try (Session session = session("resident")) {
            OpenReport open = take(session);
            Report report = Reports.written(open.report(), "右肺结节。");
            session.reports().saveDraft(report, 0);
            SigningRefusedException refused = assertThrows(
                    SigningRefusedException.class,
                    () -> session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray()));
            assertTrue(refused.refusals().stream().map(Refusal::ruleId).toList().contains("role-right"));
            assertEquals(
                    "services.signin.wrong",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> session.reports().sign(report, 0, Stage.TRAINEE, "", "dem0".toCharArray()))
                            .messageKey());
            assertEquals(report, take(session).report());
            assertTrue(session.reports().versions(study.uid()).isEmpty());
            assertTrue(session.outbox().entries().isEmpty());
            assertEquals(
                    2,
                    session.audit().latest(100).stream()
                            .filter(e -> e.type().equals("report.sign") && e.outcome() == AuditEvent.Outcome.FAILURE)
                            .count());
        }
    }

    @Test
    void afterReviewOnlyAnAddendumFollows() throws Exception {
        signAs("radiologist", Stage.PRIMARY, "右肺结节。");
        signAs("senior", Stage.REVIEW, "右肺结节。");
        try (Session session = session("radiologist")) {
            OpenReport open = take(session);
            assertEquals(Optional.of(Stage.ADDENDUM), open.nextStage());
            Report changed = Reports.written(open.report(), "改写。");
            assertThrows(
                    SigningRefusedException.class,
                    () -> session.reports().sign(changed, 2, Stage.ADDENDUM, "补充", "demo".toCharArray()));
            Report added = open.report().with(Reports.section(SectionKind.ADDENDUM, "与旧片对比无变化。"));
            SignedReport signed = session.reports().sign(added, 2, Stage.ADDENDUM, "补充对比", "demo".toCharArray());
            assertEquals(3, signed.act().version());
            assertEquals(
                    List.of("report", "report", "DOC", "SR", "recall", "report", "DOC", "SR", "recall"),
                    session.outbox().entries().stream().map(OutboxEntry::kind).toList(),
                    "what was reviewed goes to the archive too");
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
        }
    }

    private boolean openssl(byte[] content, byte[] signature, Path authority) throws IOException, InterruptedException {
        Path c = Files.write(folder.resolve("content"), content);
        Path s = Files.write(folder.resolve("signature"), signature);
        Process process = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        s.toString(),
                        "-content",
                        c.toString(),
                        "-CAfile",
                        authority.toString(),
                        "-purpose",
                        "any",
                        "-attime",
                        Long.toString(clock.instant().getEpochSecond()),
                        "-out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 && words.contains("Verification successful");
    }
}
