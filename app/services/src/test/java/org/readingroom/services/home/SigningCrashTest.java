package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// Ends the process at every write of signing, and at moments nobody chose.
// [utest->req~report.sign.survives-kill~1]
@Tag("slow")
class SigningCrashTest {
    private static final int STUDIES = 30;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            files.add(Files.write(
                    folder.resolve("f" + i), SmallDicom.of(100 + i, 1).bytes()));
        }
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(files, Progress.IGNORED);
        }
    }

    /// What the disk holds at each write is what a process ended there leaves: copied aside, then opened.
    @Test
    void everyStateOfTheDiskOnTheWayIsTheDraftOrAllOfTheSignature() throws Exception {
        List<Path> copies = new ArrayList<>();
        AtomicBoolean isSigning = new AtomicBoolean();
        WriteProbe probe = step -> {
            if (isSigning.get() && !step.equals("write done")) {
                copies.add(copy(folder.resolve("home"), folder.resolve("copy" + copies.size())));
            }
        };
        HomeOptions options = QuickHome.options(Clock.systemUTC())
                .withProbe(probe)
                .withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F'});
        try (Home home = Home.openOrCreateDemo(folder.resolve("home"), options, Progress.IGNORED);
                Session session = QuickHome.signIn(home, "radiologist")) {
            Study study = session.studies().study(uid(0)).orElseThrow();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            Report report = Reports.written(open.report(), "右肺结节。");
            session.reports().saveDraft(report, 0);
            isSigning.set(true);
            session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray());
            isSigning.set(false);
        }
        List<Boolean> signed = new ArrayList<>();
        for (Path copy : copies) {
            signed.add(whole(copy, uid(0), false));
        }
        // Drafts first, then signatures, never back; both sides of the commit were met.
        int drafts = signed.indexOf(true);
        assertTrue(drafts >= 8 && copies.size() - drafts >= 3, signed::toString);
        assertTrue(signed.subList(drafts, signed.size()).stream().allMatch(each -> each), signed::toString);
    }

    // [utest->req~home.one-program~1]
    @Test
    void endedAtAWriteLeavesTheDraftOrAllOfTheSignature() throws Exception {
        endAt(List.of(4, 9, 14));
    }

    @Tag("soak")
    @Test
    void endedAtEachWriteLeavesTheDraftOrAllOfTheSignature() throws Exception {
        endAt(IntStream.rangeClosed(1, 25).boxed().toList());
    }

    private void endAt(List<Integer> steps) throws Exception {
        for (int step : steps) {
            Process process = start(step, 1, step, List.of());
            List<String> said = lines(process);
            int exit = process.waitFor();
            assertTrue(exit == 9 || exit == 0, "exit " + exit + " " + said);
            whole(uid(step), said.contains("SIGNED " + uid(step)));
        }
    }

    @Test
    void killedAtAnyMomentLosesNothingItAcknowledged() throws Exception {
        killAtRandom(2, 20261130);
    }

    @Tag("soak")
    @Test
    void killedAtAnyMomentLosesNothingItAcknowledgedAgainAndAgain() throws Exception {
        killAtRandom(150, new Random().nextLong());
    }

    /// The disk reports an error on the flush that makes a signature durable; strace plays the disk.
    // [utest->req~store.io-error~1]
    @Test
    void anErrorOfTheDiskFailsThatSignatureAndTheNextOneWorks() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/strace")), "skipped: no strace");
        Process process = start(
                0,
                8,
                0,
                List.of(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        folder.resolve("trace").toString(),
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO:when=14+11"));
        List<String> said = lines(process);
        process.waitFor();
        Assumptions.assumeTrue(
                Files.exists(folder.resolve("trace"))
                        && Files.readString(folder.resolve("trace")).contains("INJECTED"),
                "skipped: strace may not trace here");
        assertTrue(said.stream().anyMatch(line -> line.startsWith("FAILED")), said::toString);
        assertTrue(said.stream().anyMatch(line -> line.startsWith("SIGNED")), said::toString);
        for (int study = 0; study < 8; study++) {
            boolean isAcknowledged = said.contains("SIGNED " + uid(study));
            if (said.contains("DRAFT " + uid(study))) {
                whole(uid(study), isAcknowledged);
            }
        }
    }

    private void killAtRandom(int times, long usualSeed) throws Exception {
        long seed = Long.getLong("readingroom.seed", usualSeed);
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            int from = i * 12 % (STUDIES - 12);
            Process process = start(from, 12, 0, List.of());
            List<String> said = new ArrayList<>();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                String line = reader.readLine();
                int after = random.nextInt(1, 18);
                while (line != null) {
                    said.add(line);
                    if (said.size() == after) {
                        java.util.concurrent.locks.LockSupport.parkNanos(random.nextInt(30_000_000));
                        // Of the handle: that of the process would close the stream we read.
                        process.toHandle().destroyForcibly();
                    }
                    line = reader.readLine();
                }
            }
            process.waitFor();
            for (int study = from; study < from + 12; study++) {
                if (said.contains("SIGNED " + uid(study))) {
                    assertTrue(whole(uid(study), true), "seed " + seed);
                } else if (said.contains("DRAFT " + uid(study))) {
                    whole(uid(study), false);
                }
            }
        }
    }

    /// Opens the home, which the ended process had locked, and looks whether the study is wholly signed (true) or
    /// wholly a draft (false); anything else fails.
    private boolean whole(StudyUid uid, boolean isAcknowledged) throws Exception {
        return whole(folder.resolve("home"), uid, isAcknowledged);
    }

    private static boolean whole(Path path, StudyUid uid, boolean isAcknowledged) throws Exception {
        try (Home home = QuickHome.demo(path, Clock.systemUTC());
                Session session = QuickHome.signIn(home, "senior")) {
            Study study = session.studies().study(uid).orElseThrow();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            long entries = session.outbox().entries().stream()
                    .filter(entry -> entry.isReport() && entry.study().equals(uid))
                    .count();
            List<VersionVerdict> verdicts = session.reports().verify(uid);
            assertTrue(session.audit().verify().isIntact(), () -> uid + " audit");
            assertEquals(entries, verdicts.size(), uid + ": versions and outbox entries");
            assertTrue(verdicts.stream().allMatch(VersionVerdict::isSound), uid + ": signature, chain and event");
            int events = (int) session.audit().latest(100_000).stream()
                    .filter(event -> event.type().equals("report.sign") && event.outcome() == Outcome.SUCCESS)
                    .count();
            long signed = session.outbox().entries().stream()
                    .filter(OutboxEntry::isReport)
                    .count();
            assertEquals(signed, events, "as many signing events as outbox entries");
            boolean isSigned = !open.isDraft() && !verdicts.isEmpty();
            assertTrue(isSigned || open.isDraft(), uid + ": neither draft nor version");
            assertTrue(!isAcknowledged || isSigned, uid + ": acknowledged and lost");
            return isSigned;
        }
    }

    private static Path copy(Path from, Path to) {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudyUid uid(int study) {
        return new StudyUid("2.25.100" + (100 + study));
    }

    private Process start(int from, int count, int haltAt, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                        .orElse(System.getProperty("java.class.path")),
                SigningProcess.class.getName(),
                folder.resolve("home").toString(),
                Integer.toString(from),
                Integer.toString(count),
                Integer.toString(haltAt)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.readAllLines();
        }
    }

    private Home home() throws Exception {
        return QuickHome.demo(folder.resolve("home"), Clock.systemUTC());
    }
}
