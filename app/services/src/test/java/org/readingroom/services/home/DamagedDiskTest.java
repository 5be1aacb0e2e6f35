package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.store.IndexAudit;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Bytes of the disk that have changed by themselves: whatever is then shown is right, and what cannot be shown is
/// told.
// [utest->req~guarantee.damaged~1]
@Tag("slow")
class DamagedDiskTest {
    private static final int STUDIES = 3;
    private static final int INSTANCES = 4;
    private static final int FLIPS = 150;

    @TempDir
    Path folder;

    /// The same each time; another by the property.
    private final long seed = Long.getLong("readingroom.seed", 20261130);
    private final Random random = new Random(seed);

    @BeforeEach
    void fill() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int study = 0; study < STUDIES; study++) {
            for (int i = 1; i <= INSTANCES; i++) {
                files.add(Files.write(
                        folder.resolve("f" + study + "-" + i),
                        SmallDicom.of(100 + study, i).bytes()));
            }
        }
        try (Home home = home(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(files, Progress.IGNORED);
            session.annotations().save(uid(0), "{\"marks\":1}");
            Report report = Reports.written(open(session, 0).report(), "右肺结节。");
            session.reports().saveDraft(report, 0);
            Report other = Reports.written(open(session, 1).report(), "左肺结节。");
            session.reports().sign(other, 0, Stage.PRIMARY, "", "demo".toCharArray());
        }
    }

    @Test
    void changedBytesOfTheReportsFileAreNeverTakenForWords() throws Exception {
        int refused = 0;
        int told = 0;
        int whole = 0;
        for (int i = 0; i < FLIPS; i++) {
            Path copy = copy("d" + i);
            flip(copy.resolve("documents.db"));
            try (Home home = home(copy);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                int faults = reports(session);
                told += faults > 0 ? 1 : 0;
                whole += faults == 0 ? 1 : 0;
            } catch (WorkstationException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", copy " + i, e);
            }
        }
        System.err.println("documents.db: " + whole + " whole, " + told + " told on use, " + refused + " at start");
        assertTrue(refused + told > 0 && whole > 0, "seed " + seed);
    }

    @Test
    void aChangedIndexIsMendedAndNothingOfItIsBelieved() throws Exception {
        int told = 0;
        for (int i = 0; i < FLIPS; i++) {
            Path copy = copy("i" + i);
            flip(copy.resolve("index.db"));
            try (Home home = home(copy);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                boolean isSeen = pictures(session);
                boolean isSound = IndexAudit.isSound(session.studies(), home.index(), Progress.IGNORED);
                assertTrue(isSeen || !isSound, "seed " + seed + ", copy " + i);
                told += isSeen ? 0 : 1;
            } catch (RuntimeException | WorkstationException e) {
                throw new AssertionError("seed " + seed + ", copy " + i, e);
            }
            // Whatever was found on use is mended by the next start.
            try (Home home = home(copy);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                assertTrue(pictures(session), "not mended, seed " + seed + ", copy " + i);
            }
        }
        System.err.println("index.db: " + told + " of " + FLIPS + " told on use, all mended at the next start");
    }

    /// Reads every word; returns how many readings were refused. What is read is what was written.
    private static int reports(Session session) throws WorkstationException {
        int faults = 0;
        for (int study = 0; study < STUDIES; study++) {
            try {
                OpenReport open = open(session, study);
                String words = open.report().text(org.readingroom.report.model.SectionKind.IMPRESSION);
                String expected = List.of("右肺结节。", "左肺结节。", "").get(study);
                // A row whose key has changed is missing; words that are there are the right ones.
                assertTrue(words.equals(expected) || words.isEmpty(), words);
                if (!words.equals(expected)) {
                    faults++;
                }
                for (VersionVerdict verdict : session.reports().verify(uid(study))) {
                    faults += verdict.isSound() ? 0 : 1;
                }
            } catch (WorkstationException e) {
                faults++;
            }
        }
        try {
            assertEquals("{\"marks\":1}", session.annotations().load(uid(0)).orElse("{\"marks\":1}"));
        } catch (WorkstationException e) {
            faults++;
        }
        try {
            for (OutboxEntry entry : session.outbox().entries()) {
                session.outbox().body(entry.id());
            }
        } catch (WorkstationException e) {
            faults++;
        }
        return faults + (session.audit().verify().isIntact() ? 0 : 1);
    }

    /// Opens every image; false when one could not be, and whatever could is as it was imported.
    private static boolean pictures(Session session) {
        int opened = 0;
        for (int study = 0; study < STUDIES; study++) {
            try {
                Study found = session.studies().study(uid(study)).orElseThrow(AssertionError::new);
                assertEquals(INSTANCES, found.instanceCount());
                for (Series series : session.studies().series(uid(study))) {
                    for (StoredInstance instance : session.studies().instances(series.uid())) {
                        byte[] bytes = session.studies().bytes(instance.uid());
                        assertTrue(java.util.Arrays.equals(
                                SmallDicom.of(100 + study, instance.number()).bytes(), bytes));
                        opened++;
                    }
                }
            } catch (WorkstationException e) {
                return false;
            }
        }
        return opened == STUDIES * INSTANCES;
    }

    /// One byte anywhere in the file becomes another one.
    private void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private Home home(Path path) throws WorkstationException {
        return Home.openOrCreateDemo(
                path,
                QuickHome.options(new QuickHome.Clock())
                        .withElsewhere(folder.resolve("elsewhere"))
                        .withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'}),
                Progress.IGNORED);
    }

    private static OpenReport open(Session session, int number) throws WorkstationException {
        Study study = session.studies().study(uid(number)).orElseThrow();
        return session.reports().open(study, ReportLanguage.CHINESE, "");
    }

    private static StudyUid uid(int study) {
        return new StudyUid("2.25.100" + (100 + study));
    }

    private Path copy(String name) throws IOException {
        Path from = folder.resolve("home");
        Path to = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.filter(path -> !path.endsWith("lock")).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
        return to;
    }
}
