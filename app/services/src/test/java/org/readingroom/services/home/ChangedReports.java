package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.IncomingReports;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirAbilities;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A desk that has one study, and a RIS that the test changes at will.
abstract class ChangedReports {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.'};

    @TempDir
    Path folder;

    final QuickHome.Clock clock = new QuickHome.Clock();
    final TestArchive archive = new TestArchive();
    final FhirDouble ris = new FhirDouble(FhirAbilities.HAPI, clock);
    Home home;
    Session session;
    Study study;

    @BeforeEach
    void begin() throws Exception {
        ris.put("""
                {"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"DEMO-1"}],
                 "birthDate":"1961-04-09"}""");
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock)
                        .withRenderer(versions -> PDF)
                        .withClients(runner -> new HospitalDoubles(ris, archive)),
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

    void sign(String impression, Stage stage) throws Exception {
        OpenReport open = open();
        session.reports()
                .sign(Reports.written(open.report(), impression), open.baseVersion(), stage, "", "demo".toCharArray());
    }

    OpenReport open() throws Exception {
        clock.advance(Duration.ofSeconds(1));
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    void conclude(String words) {
        ObjectNode report = ris.all("DiagnosticReport").getFirst();
        report.put("conclusion", words);
        ris.put(report);
    }

    IncomingReports incoming() {
        return session.hospital().incoming();
    }

    RisReports reports() {
        return session.hospital().risReports().orElseThrow();
    }

    int poll(RisReports reports) throws Exception {
        return incoming().poll(reports, Progress.IGNORED);
    }

    /// Others go on in the hospital, so that the next question begins behind everything before it.
    void othersGoOn() {
        clock.advance(Duration.ofMinutes(1));
        ris.put("{\"resourceType\":\"DiagnosticReport\",\"id\":\"other\",\"status\":\"final\"}");
    }

    boolean isSeenTo() throws Exception {
        return session.outbox().entries().stream()
                .filter(OutboxEntry::isReport)
                .noneMatch(entry -> entry.state() == State.WAITING);
    }

    static void until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!isSo.call()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(10);
        }
    }
}
