package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.hospital.Drill;
import org.readingroom.services.hospital.DrillReport;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

// [utest->req~hospital.drill~1]
class DrillTest {
    private static final Set<LinkKind> BOTH = Set.of(LinkKind.PACS, LinkKind.RIS);

    @TempDir
    Path folder;

    @Test
    void theReportCountsWhatWasDoneWhileTheLinksWereCut() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            importStudies(session, 3);
            sign(session, 0); // before the drill, so not of it
            Drill drill = session.hospital().drill();
            drill.begin(Set.of(LinkKind.RIS));
            assertTrue(drill.isRunning());
            assertEquals(LinkState.CUT, session.hospital().links().state(LinkKind.RIS));
            draft(session, 1);
            draft(session, 1);
            sign(session, 2);
            long cut = System.nanoTime();
            Thread.sleep(1100);
            Drill.Filed filed = drill.end(Duration.ofSeconds(1), Locale.ENGLISH, Progress.IGNORED);
            assertFalse(drill.isRunning());
            DrillReport report = filed.report();
            int queued = (int) session.outbox().entries().stream()
                    .filter(entry -> entry.study().equals(uid(2)))
                    .count();
            assertTrue(queued >= 1);
            assertEquals(new DrillReport.Work(2, 2, 1, 0, queued, 0, 0), report.work());
            assertEquals(Set.of(LinkKind.RIS), report.links());
            assertTrue(report.cutFor().toMillis() >= 1100
                    && report.cutFor().toNanos() <= System.nanoTime() - cut + 5_000_000_000L);
            assertNull(report.emptyAfter(), "nobody sends here, so something still waits");
            assertFalse(report.isPassed());
            String page = Files.readString(filed.file());
            assertTrue(page.contains("<td>Versions signed</td><td>1</td>"), page);
            assertTrue(page.contains("<td>Studies opened for reading</td><td>2</td>"), page);
            assertFalse(page.contains(uid(2).value()) || page.contains("Test"), "no patient in it");
            assertEquals(folder.resolve("home/drills"), filed.file().getParent());
            assertEquals(
                    List.of("drill.begin", "drill.end"),
                    session.audit().latest(100).reversed().stream()
                            .map(AuditEvent::type)
                            .filter(type -> type.startsWith("drill."))
                            .toList());
            assertTrue(session.audit().verify().isIntact());
        }
    }

    @Test
    void withNothingQueuedTheDrillIsPassedWhenTheLinksAnswer() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            Drill drill = session.hospital().drill();
            drill.begin(BOTH);
            Drill.Filed filed = drill.end(Duration.ofSeconds(60), Locale.CHINESE, Progress.IGNORED);
            assertTrue(filed.report().isPassed());
            assertEquals(LinkState.UP, session.hospital().links().state(LinkKind.PACS));
            assertTrue(Files.readString(filed.file()).contains("脱离医院服务器的演练"));
            AuditEvent end = session.audit().latest(1).getFirst();
            assertEquals(List.of("drill.end", Outcome.SUCCESS), List.of(end.type(), end.outcome()));
        }
    }

    @Test
    void whatCannotBeDoneIsRefusedInWords() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            Drill drill = session.hospital().drill();
            refused("services.drill.not-running", () -> drill.end(Duration.ZERO, Locale.ENGLISH, Progress.IGNORED));
            refused("services.drill.no-link", () -> drill.begin(Set.of()));
            drill.begin(Set.of(LinkKind.PACS));
            assertEquals(LinkState.UP, up(session, LinkKind.RIS), "only what was asked for is cut");
            refused("services.drill.running", () -> drill.begin(BOTH));
        }
        try (Home home = QuickHome.demo(folder.resolve("lone"));
                Session session = QuickHome.signIn(home, "radiologist")) {
            refused("services.drill.no-link", () -> session.hospital().drill().begin(BOTH));
        }
    }

    private interface Act {
        void perform() throws WorkstationException;
    }

    private static void refused(String key, Act act) {
        assertEquals(key, assertThrows(WorkstationException.class, act::perform).messageKey());
    }

    private static LinkState up(Session session, LinkKind kind) throws InterruptedException {
        for (int tries = 0; tries < 3000 && session.hospital().links().state(kind) != LinkState.UP; tries++) {
            Thread.sleep(20);
        }
        return session.hospital().links().state(kind);
    }

    private Home home() throws WorkstationException {
        HomeOptions options = QuickHome.options(Clock.systemUTC())
                .withClients(_ -> new ThereForAll())
                .withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'});
        Home home = Home.openOrCreateDemo(folder.resolve("home"), options, Progress.IGNORED);
        HttpServer any = HttpServer.open(URI.create("https://any.example/"));
        home.offer(new HospitalSettings(new Servers(any, null, any, null), 30));
        return home;
    }

    private void importStudies(Session session, int count) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(
                    folder.resolve("f" + i), SmallDicom.of(100 + i, 1).bytes()));
        }
        session.imports().importPaths(files, Progress.IGNORED);
    }

    private static Report draft(Session session, int number) throws WorkstationException {
        Study study = session.studies().study(uid(number)).orElseThrow();
        OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
        Report report = Reports.written(open.report(), "右肺结节。");
        session.reports().saveDraft(report, 0);
        return report;
    }

    private static void sign(Session session, int number) throws WorkstationException {
        session.reports().sign(draft(session, number), 0, Stage.PRIMARY, "", "demo".toCharArray());
    }

    private static StudyUid uid(int study) {
        return new StudyUid("2.25.100" + (100 + study));
    }

    /// No clients, and servers that always answer.
    private static final class ThereForAll implements Clients {
        @Override
        public Optional<Archive> archive(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkProbe> pacsProbe(Servers servers) {
            return servers.hasPacs() ? Optional.of(_ -> LinkProbe.Found.WELCOME) : Optional.empty();
        }

        @Override
        public Optional<LinkProbe> risProbe(Servers servers) {
            return servers.hasRis() ? Optional.of(_ -> LinkProbe.Found.WELCOME) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}
