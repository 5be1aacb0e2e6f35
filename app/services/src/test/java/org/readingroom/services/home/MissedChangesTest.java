package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reading.IncomingReports;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.ris.ReportChanges;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Changes in the hospital at moments when they are easily missed.
// [utest->req~report.incoming~1]
class MissedChangesTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.'};

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final FhirDouble ris = new FhirDouble();
    private Home home;
    private Session session;
    private Study study;

    @BeforeEach
    void begin() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
                 "birthDate":"1961-04-09"}""");
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, new TestArchive())),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        session = QuickHome.signIn(home, "radiologist");
        session.imports().importPaths(List.of(file), Progress.IGNORED);
        study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        poll(reports()); // from here on
    }

    @AfterEach
    void close() {
        session.close();
        home.close();
        ris.close();
    }

    /// The first version arrived, its acknowledgement did not, and the hospital corrected it before it was asked
    /// again. Others went on meanwhile, so that the next question begins behind the correction.
    @Test
    void aCorrectionBeforeTheFirstReceiptIsShown() throws Exception {
        fileAndLoseTheReply();
        conclude("左肺结节。");
        Thread.sleep(20);
        ris.put("{\"resourceType\":\"DiagnosticReport\",\"id\":\"other\",\"status\":\"final\"}");
        until("the change", () -> poll(reports()) == 1);
        assertShown();
        retry();
        until("the change", () -> poll(reports()) == 1);
        assertShown();
        IncomingChange change = incoming().changes().getFirst();
        incoming().take(change, change.merge());
        assertEquals("左肺结节。", open().report().text(SectionKind.IMPRESSION));
        until("nothing is left", () -> poll(reports()) == 0);
    }

    @Test
    void wordsThatWereAcknowledgedChangedAreAskedFor() throws Exception {
        ris.faults()
                .next(
                        request -> request.query().contains("_lastUpdated"),
                        Collections.nCopies(100, FhirFault.status(503)).toArray(new FhirFault[0]));
        fileAndLoseTheReply();
        conclude("左肺结节。");
        retry();
        until("the change", () -> poll(withoutChanges(reports())) == 1);
        assertShown();
        // the session's own watch may be asking at this moment too
        until("asked no more", () -> {
            ris.forgetRequests();
            return poll(withoutChanges(reports())) == 1
                    && ris.requests().stream()
                            .noneMatch(request -> request.query().contains("identifier"));
        });
    }

    /// Somebody signs between the moment the change is shown and the one it is taken.
    // [utest->req~report.merge.signed-anew~1]
    @Test
    void aVersionSignedMeanwhileIsNotWithdrawn() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        IncomingChange change = incoming().changes().getFirst();
        assertFalse(change.isDraft());
        session.close();
        session = QuickHome.signIn(home, "senior");
        sign("右肺上叶结节。", Stage.REVIEW);
        until("a conflict", this::isSeenTo);
        WorkstationException stale =
                assertThrows(WorkstationException.class, () -> incoming().take(change, change.merge()));
        assertEquals("services.report.signed-meanwhile", stale.messageKey());
        assertEquals(State.CONFLICT, session.outbox().deadLetters().getFirst().state());
        assertFalse(open().isDraft());
    }

    /// The same with a draft that was thrown away: its words were what the merge began with.
    @Test
    void aDraftThatIsGoneIsNotBroughtBack() throws Exception {
        sign("右肺结节。", Stage.PRIMARY);
        until("sent", this::isSeenTo);
        conclude("左肺结节。");
        until("the change", () -> poll(reports()) == 1);
        session.reports().saveDraft(open().report(), 1);
        IncomingChange change = incoming().changes().getFirst();
        assertTrue(change.isDraft());
        session.reports().discardDraft(study.uid());
        WorkstationException stale =
                assertThrows(WorkstationException.class, () -> incoming().take(change, change.merge()));
        assertEquals("services.report.changed-meanwhile", stale.messageKey());
        assertFalse(open().isDraft());
    }

    private void assertShown() throws Exception {
        IncomingChange change = incoming().changes().getFirst();
        assertEquals("右肺结节。", change.ground().text(SectionKind.IMPRESSION));
        assertEquals("右肺结节。", change.mine().text(SectionKind.IMPRESSION));
        assertEquals("左肺结节。", change.theirs().text(SectionKind.IMPRESSION));
        assertTrue(change.mayBeTaken());
    }

    private void fileAndLoseTheReply() throws Exception {
        ris.faults().next(request -> request.method().equals("POST"), new FhirFault.LoseReply());
        sign("右肺结节。", Stage.PRIMARY);
        until("it is there", () -> !ris.all("DiagnosticReport").isEmpty());
        assertFalse(isSeenTo());
    }

    private void retry() throws Exception {
        until("sent", () -> {
            clock.advance(Duration.ofMinutes(1));
            session.hospital().sender().wake();
            return isSeenTo();
        });
    }

    private void sign(String impression, Stage stage) throws Exception {
        OpenReport open = open();
        session.reports()
                .sign(Reports.written(open.report(), impression), open.baseVersion(), stage, "", "demo".toCharArray());
    }

    private OpenReport open() throws Exception {
        clock.advance(Duration.ofSeconds(1));
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private void conclude(String words) {
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        report.put("conclusion", words);
        ris.put(report);
    }

    private IncomingReports incoming() {
        return session.hospital().incoming();
    }

    private RisReports reports() {
        return session.hospital().risReports().orElseThrow();
    }

    private int poll(RisReports reports) throws Exception {
        return incoming().poll(reports, Progress.IGNORED);
    }

    /// A RIS that was heard beyond every change already.
    private static RisReports withoutChanges(RisReports reports) {
        return (RisReports) Proxy.newProxyInstance(
                RisReports.class.getClassLoader(), new Class<?>[] {RisReports.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("changes")) {
                        return new ReportChanges(List.of(), (String) arguments[0]);
                    }
                    try {
                        return method.invoke(reports, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean isSeenTo() throws Exception {
        return session.outbox().entries().stream()
                .filter(OutboxEntry::isReport)
                .noneMatch(entry -> entry.state() == State.WAITING);
    }

    private static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }
}
