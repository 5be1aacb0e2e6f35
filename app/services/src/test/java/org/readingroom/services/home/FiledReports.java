package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A desk whose reports are filed over HTTP with a RIS that misbehaves at will and has its own idea of the day.
abstract class FiledReports {
    static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.'};

    static final String PATIENT = """
            {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
             "birthDate":"1961-04-09"}""";

    @TempDir
    Path folder;

    final QuickHome.Clock clock = new QuickHome.Clock();
    final QuickHome.Clock risClock = new QuickHome.Clock();
    final FhirDouble ris = new FhirDouble(org.readingroom.services.testing.FhirAbilities.HAPI, risClock);
    final TestArchive archive = new TestArchive();
    Home home;
    Study study;

    @BeforeEach
    void open() throws Exception {
        risClock.advance(Duration.ofHours(26)); // the RIS has its own idea of the day
        ris.put(PATIENT);
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
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
        ris.close();
    }

    SignedReport signAs(String name, Stage stage, String impression, boolean isCut) throws Exception {
        clock.advance(Duration.ofMinutes(5));
        try (Session session = session(name)) {
            if (isCut) {
                session.hospital().links().cut(LinkKind.RIS);
                assertFalse(session.hospital().links().witness(LinkKind.RIS).isOpen());
            }
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report report = Reports.written(open.report(), impression);
            session.reports().saveDraft(report, open.baseVersion());
            SignedReport signed = session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
            if (!isCut) {
                until("it is seen to", () -> isSeenTo(session));
            }
            return signed;
        }
    }

    static boolean isSeenTo(Session session) throws Exception {
        for (OutboxEntry entry : session.outbox().entries()) {
            if (entry.state() == State.WAITING && entry.isReport()) {
                return false;
            }
        }
        return true;
    }

    static boolean isAllSent(Session session) throws Exception {
        return session.outbox().entries().stream().allMatch(entry -> entry.state() == State.SENT);
    }

    /// The versions of which the outbox says that they were issued.
    static Set<Integer> issuedVersions(Session session) throws Exception {
        Set<Integer> issued = new TreeSet<>();
        for (var entry : session.outbox().entries()) {
            if (entry.isReport()
                    && session.outbox().receipt(entry.id()).orElseThrow().issued() != null) {
                issued.add(entry.reportVersion());
            }
        }
        return issued;
    }

    Instant issued(Session session) throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .changed();
    }

    ReadingState state(Session session) throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    Session session(String name) throws Exception {
        return QuickHome.signIn(home, name);
    }

    static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }
}
