package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.MisbehavingArchive;
import org.readingroom.services.testing.MisbehavingArchive.Trouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// A whole session against servers that do each wrong thing there is a name for, for some seconds of real time.
///
/// The clock of the desk is a day behind that of the servers, and those of the archive tell a day of 1999.
// [utest->req~guarantee.misbehaving~1]
@Tag("slow")
class MisbehavingHospitalTest {
    private static final int INSTANCES = 6;
    private static final StudyUid FETCHED = new StudyUid("2.25.1001");
    private static final StudyUid SIGNED = new StudyUid("2.25.1002");
    private static final Duration WATCHED = Duration.ofSeconds(3);
    /// chosen: two lists and eight files with one more try each, and a probe every two seconds.
    private static final int MOST_REQUESTS = 60;

    @TempDir
    Path folder;

    @Test
    void noTroubleOfTheArchiveCrashesHammersOrMakesHalfAStudyWhole() throws Exception {
        all(Stream.of(Trouble.values())
                .<Callable<String>>map(each -> () -> fetch(each))
                .toList());
    }

    @Test
    void noTroubleOfTheArchiveLosesOrDoublesWhatIsSent() throws Exception {
        all(Stream.of(Trouble.values())
                .<Callable<String>>map(each -> () -> store(each))
                .toList());
    }

    @Test
    void noFaultOfTheRisLosesOrDoublesAReport() throws Exception {
        List<FhirFault> faults = new ArrayList<>(List.of(
                new FhirFault.LoseRequest(),
                new FhirFault.LoseReply(),
                new FhirFault.CutReply(),
                new FhirFault.Garbage(),
                new FhirFault.Stall(Duration.ofSeconds(30)),
                new FhirFault.Status(503, 2),
                new FhirFault.Redirect("http://127.0.0.1:1/elsewhere")));
        for (int status : new int[] {400, 401, 403, 404, 409, 412, 413, 422, 429, 500, 503}) {
            faults.add(FhirFault.status(status));
        }
        all(faults.stream().<Callable<String>>map(each -> () -> file(each)).toList());
    }

    private String fetch(Trouble trouble) throws Exception {
        Path place = folder.resolve("fetch-" + trouble);
        try (MisbehavingArchive archive = new MisbehavingArchive();
                FhirDouble ris = new FhirDouble();
                Home home = home(place, archive, ris);
                Session session = QuickHome.signIn(home, "senior")) {
            for (int i = 1; i <= INSTANCES; i++) {
                archive.keep(SmallDicom.of(1, i).bytes());
            }
            archive.misbehave(trouble);
            StudyFetcher fetcher = session.hospital().fetcher().orElseThrow();
            List<String> wrong = new ArrayList<>();
            int before = archive.asked().size();
            fetcher.want(FETCHED, Priority.ON_SCREEN);
            long until = System.nanoTime() + WATCHED.toNanos();
            while (System.nanoTime() < until) {
                if (fetcher.readiness(FETCHED).isAllHere() && !isWhole(session, archive)) {
                    wrong.add("half a study is called whole");
                }
                Thread.sleep(20);
            }
            int asked = archive.asked().size() - before;
            if (asked > MOST_REQUESTS) {
                wrong.add(asked + " requests");
            }
            archive.misbehave(Trouble.NONE);
            fetcher.giveUp(FETCHED);
            await(() -> {
                fetcher.want(FETCHED, Priority.ON_SCREEN);
                return fetcher.readiness(FETCHED).isAllHere();
            });
            if (!isWhole(session, archive)) {
                wrong.add("not whole when the archive is well again: " + fetcher.readiness(FETCHED));
            }
            return said("fetch " + trouble, asked, wrong);
        }
    }

    private static boolean isWhole(Session session, MisbehavingArchive archive) throws WorkstationException {
        for (int i = 1; i <= INSTANCES; i++) {
            SmallDicom one = SmallDicom.of(1, i);
            String uid = "2.25.1001.1." + i;
            try {
                byte[] here = session.studies().bytes(new org.readingroom.viewer.model.SopInstanceUid(uid));
                assertArrayEquals(one.bytes(), here);
                assertArrayEquals(archive.file(uid), here);
            } catch (WorkstationException e) {
                return false;
            }
        }
        return session.studies().study(FETCHED).map(Study::instanceCount).orElse(0) == INSTANCES;
    }

    private String store(Trouble trouble) throws Exception {
        Path place = folder.resolve("store-" + trouble);
        try (MisbehavingArchive archive = new MisbehavingArchive();
                FhirDouble ris = new FhirDouble()) {
            try (Home home = home(place, archive, ris)) {
                importOne(home);
                sign(home, "radiologist", Stage.PRIMARY, 0);
                archive.misbehave(trouble);
                try (Session session = QuickHome.signIn(home, "senior")) {
                    sign(session, Stage.REVIEW, 1);
                    return watched("store " + trouble, session, archive, ris, "pacs");
                }
            }
        }
    }

    private String file(FhirFault fault) throws Exception {
        Path place = folder.resolve("file-" + fault.toString().replaceAll("[^A-Za-z0-9]+", "-"));
        try (MisbehavingArchive archive = new MisbehavingArchive();
                FhirDouble ris = new FhirDouble();
                Home home = home(place, archive, ris)) {
            importOne(home);
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                ris.faults().sometimes(1, 1, fault);
                sign(session, Stage.PRIMARY, 0);
                return watched("file " + fault, session, archive, ris, "ris");
            }
        }
    }

    /// Some seconds of trouble, then none: sent only when it is there, there once, and without hammering.
    private static String watched(
            String name, Session session, MisbehavingArchive archive, FhirDouble ris, String target) throws Exception {
        List<String> wrong = new ArrayList<>();
        int before = archive.asked().size() + ris.requests().size();
        long until = System.nanoTime() + WATCHED.toNanos();
        while (System.nanoTime() < until) {
            OutboxEntry entry = entry(session, target);
            if (entry.state() == OutboxEntry.State.SENT && !isThere(target, archive, ris)) {
                wrong.add("called sent and is not there");
            }
            Thread.sleep(20);
        }
        int asked = archive.asked().size() + ris.requests().size() - before;
        if (asked > MOST_REQUESTS) {
            wrong.add(asked + " requests");
        }
        OutboxEntry.State during = entry(session, target).state();
        archive.misbehave(Trouble.NONE);
        ris.faults().none();
        // What an archive holds in another form under this name it keeps: that waits for a person, for ever.
        boolean isForEver = name.contains("STORED_OTHER");
        if (!isForEver) {
            for (OutboxEntry each : session.outbox().entries()) {
                if (each.target().equals(target) && each.state() != OutboxEntry.State.SENT) {
                    session.hospital().sender().retry(each.id());
                }
            }
        }
        session.hospital().sender().linkIsBack(target);
        await(() -> {
            try {
                return entry(session, target).state() == OutboxEntry.State.SENT || isForEver;
            } catch (WorkstationException e) {
                return false;
            }
        });
        OutboxEntry.State expected = isForEver ? OutboxEntry.State.DEAD : OutboxEntry.State.SENT;
        if (entry(session, target).state() != expected) {
            wrong.add("not sent when the server is well again: "
                    + entry(session, target).state() + ", " + during + " before");
        }
        if (!isThere(target, archive, ris)) {
            wrong.add("not there in the end");
        }
        return said(name, asked, wrong);
    }

    private static boolean isThere(String target, MisbehavingArchive archive, FhirDouble ris) {
        return target.equals("pacs")
                // the PDF and the structured report
                ? archive.size() == 2
                : ris.all("DiagnosticReport").size() == 1
                        && ris.all("Provenance").size() == 1
                        && ris.all("DocumentReference").size() == 1
                        && ris.versions(
                                        "DiagnosticReport",
                                        ris.all("DiagnosticReport")
                                                .getFirst()
                                                .path("id")
                                                .asText())
                                == 1;
    }

    /// The one for `target` that has come least far: what is sent last of all.
    private static OutboxEntry entry(Session session, String target) throws WorkstationException {
        List<OutboxEntry> all = session.outbox().entries().stream()
                .filter(each -> each.target().equals(target))
                .toList();
        return all.stream()
                .filter(each -> each.state() != OutboxEntry.State.SENT)
                .findFirst()
                .orElse(all.getLast());
    }

    private Home home(Path place, MisbehavingArchive archive, FhirDouble ris) throws WorkstationException {
        ris.put("{\"resourceType\":\"Patient\",\"id\":\"p2\",\"birthDate\":\"1961-04-09\","
                + "\"identifier\":[{\"value\":\"DEMO-2\"}]}");
        HomeOptions options = QuickHome.options(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)))
                .withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'});
        Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
        home.offer(new HospitalSettings(
                new Servers(HttpServer.open(archive.base()), null, HttpServer.open(ris.base()), null), 30));
        return home;
    }

    private static void importOne(Home home) throws Exception {
        Path file = Files.write(
                home.folder().resolveSibling(home.folder().getFileName() + ".dcm"),
                SmallDicom.of(2, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
        }
    }

    private static void sign(Home home, String who, Stage stage, int base) throws Exception {
        try (Session session = QuickHome.signIn(home, who)) {
            sign(session, stage, base);
            await(() -> {
                try {
                    return entry(session, "ris").state() == OutboxEntry.State.SENT;
                } catch (WorkstationException e) {
                    return false;
                }
            });
        }
    }

    private static void sign(Session session, Stage stage, int base) throws WorkstationException {
        Study study = session.studies().study(SIGNED).orElseThrow();
        OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
        Report report = base == 0 ? Reports.written(open.report(), "右肺结节。") : open.report();
        session.reports().sign(report, base, stage, "", "demo".toCharArray());
    }

    private static String said(String name, int asked, List<String> wrong) {
        return wrong.isEmpty()
                ? ""
                : name + " (" + asked + " requests): "
                        + wrong.stream().distinct().toList();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
    }

    /// Each in a world of its own, many at a time: most of the time is waiting.
    private static void all(List<Callable<String>> tries) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(20)) {
            for (Future<String> each : many.invokeAll(tries)) {
                wrong.add(Objects.requireNonNull(each.get()));
            }
        }
        assertTrue(tries.size() > 10);
        assertEquals("", String.join("\n", wrong).strip());
    }
}
