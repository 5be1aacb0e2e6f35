package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// One study, two desks that could not see each other, one RIS.
class TwiceReportedTest {
    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final FhirDouble ris = new FhirDouble();
    private final TestArchive archive = new TestArchive();
    private Home first;
    private Home second;

    @BeforeEach
    void open() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
                 "birthDate":"1961-04-09"}""");
        Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        first = home("first");
        second = home("second");
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        ris.close();
    }

    /// Setting the first version aside opens no way for the next: neither for its words nor for what goes with them.
    // [utest->req~report.fhir.once~1]
    @Test
    void noLaterVersionSlipsPastTheConflictThatWasSetAside() throws Exception {
        try (Session one = QuickHome.signIn(first, "radiologist")) {
            sign(one, 0, Stage.PRIMARY, "右肺结节。");
            until("filed", () -> ris.all("DiagnosticReport").size() == 1);
        }
        try (Session other = QuickHome.signIn(second, "radiologist")) {
            other.hospital().links().cut(LinkKind.RIS);
            sign(other, 0, Stage.PRIMARY, "左肺结节。");
        }
        try (Session other = QuickHome.signIn(second, "senior")) {
            other.hospital().links().cut(LinkKind.RIS);
            sign(other, 1, Stage.REVIEW, "左肺上叶结节。");
            other.hospital().links().mend(LinkKind.RIS);
            other.hospital().sender().linkIsBack("ris");
            until("a conflict", () -> version(other, 1).state() == State.CONFLICT);
            other.hospital().sender().setAside(version(other, 1).id(), "已电话沟通");
            until("the next conflict", () -> version(other, 2).state() == State.CONFLICT);
            assertEquals("services.outbox.other-report", reason(other, version(other, 2)));
            other.hospital().sender().setAside(version(other, 2).id(), "已电话沟通");
            until("its document waits", () -> document(other).state() == State.CONFLICT);
            assertEquals("services.outbox.report-aside", reason(other, document(other)));
            Thread.sleep(200);
            assertEquals(1, ris.all("DiagnosticReport").size());
            assertEquals(List.of(), archive.instancesOf(new StudyUid("2.25.1001")));
            other.hospital().sender().retry(document(other).id());
            until("a person sends it all the same", () -> document(other).state() == State.SENT);
        }
    }

    /// Both look, both see nothing, both file: both are told, and go on once one of the two reports is withdrawn.
    // [utest->req~report.twice~1]
    @Test
    void twoDesksThatFileInTheSameMomentAreBothTold() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ris.faults()
                .next(
                        request -> request.method().equals("POST"),
                        new FhirFault.Meet(barrier),
                        new FhirFault.Meet(barrier));
        try (Session one = QuickHome.signIn(first, "radiologist");
                Session other = QuickHome.signIn(second, "radiologist")) {
            List<Session> desks = List.of(one, other);
            for (Session desk : desks) {
                desk.hospital().incoming().poll(desk.hospital().risReports().orElseThrow(), Progress.IGNORED);
            }
            sign(one, 0, Stage.PRIMARY, "右肺结节。");
            sign(other, 0, Stage.PRIMARY, "左肺结节。");
            until("both filed", () -> ris.all("DiagnosticReport").size() == 2);
            for (Session desk : desks) {
                until("told", () -> {
                    desk.hospital().incoming().poll(desk.hospital().risReports().orElseThrow(), Progress.IGNORED);
                    return version(desk, 1).state() == State.CONFLICT;
                });
                assertEquals("services.outbox.twice-reported", reason(desk, version(desk, 1)));
                assertTrue(desk.outbox().receipt(version(desk, 1).id()).isPresent(), "it arrived all the same");
            }
            one.hospital().sender().retry(version(one, 1).id());
            until("asked again", () -> version(one, 1).state() == State.CONFLICT);
            ObjectNode theirs = ris.all("DiagnosticReport").stream()
                    .filter(each -> each.path("conclusion").asText().startsWith("左"))
                    .findFirst()
                    .orElseThrow();
            ris.put(theirs.put("status", "entered-in-error"));
            one.hospital().sender().retry(version(one, 1).id());
            until("settled", () -> version(one, 1).state() == State.SENT);
            assertEquals(2, ris.all("DiagnosticReport").size());
            assertEquals(2, ris.all("Provenance").size());
            assertTrue(one.audit().verify().isIntact());
        }
    }

    /// The report was filed on top of the other when the program ended before it could look again.
    // [utest->req~report.twice~1]
    @Test
    void aLostReplyHidesNoOtherReport() throws Exception {
        try (Session one = QuickHome.signIn(first, "radiologist");
                Session other = QuickHome.signIn(second, "radiologist")) {
            CyclicBarrier barrier = new CyclicBarrier(2);
            ris.faults()
                    .next(
                            request -> request.method().equals("POST"),
                            new FhirFault.Meet(barrier),
                            new FhirFault.Meet(barrier));
            ris.faults()
                    .next(
                            request -> request.method().equals("GET")
                                    && !ris.all("DiagnosticReport").isEmpty(),
                            new FhirFault.LoseRequest(),
                            new FhirFault.LoseRequest());
            sign(one, 0, Stage.PRIMARY, "右肺结节。");
            sign(other, 0, Stage.PRIMARY, "左肺结节。");
            until("at least the later one is told", () -> {
                clock.advance(Duration.ofMinutes(1));
                one.hospital().sender().linkIsBack("ris");
                other.hospital().sender().linkIsBack("ris");
                return version(one, 1).state() == State.CONFLICT
                        || version(other, 1).state() == State.CONFLICT;
            });
            assertEquals(2, ris.all("DiagnosticReport").size());
        }
    }

    private Home home(String name) throws Exception {
        Home home = Home.openOrCreateDemo(
                folder.resolve(name),
                QuickHome.options(clock)
                        .withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F'})
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
                Progress.IGNORED);
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(folder.resolve("a")), Progress.IGNORED);
        }
        return home;
    }

    private static void sign(Session session, int base, Stage stage, String words) throws Exception {
        Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
        session.reports().sign(Reports.written(open.report(), words), base, stage, "", "demo".toCharArray());
    }

    private static OutboxEntry version(Session session, int version) throws Exception {
        return entry(session, OutboxKinds.REPORT, version);
    }

    private static OutboxEntry document(Session session) throws Exception {
        return entry(session, OutboxKinds.DOCUMENT, 2);
    }

    private static OutboxEntry entry(Session session, String kind, int version) throws Exception {
        return session.outbox().entries().stream()
                .filter(entry -> entry.kind().equals(kind) && entry.reportVersion() == version)
                .findFirst()
                .orElseThrow();
    }

    private static String reason(Session session, OutboxEntry entry) throws Exception {
        return session.outbox().story(entry.id()).events().getLast().reasonKey();
    }

    private static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }
}
