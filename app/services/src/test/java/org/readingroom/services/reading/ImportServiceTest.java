package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.services.home.Home;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~import.sources~1]
// [utest->req~import.summary~1]
class ImportServiceTest extends ImportedHome {
    @Test
    void takesAFolderAndSaysWhatItLeftOut() throws Exception {
        Path source = Files.createDirectories(folder.resolve("in/deep"));
        Files.write(source.resolve("1"), SmallDicom.of(1, 1).bytes());
        Files.write(source.resolve("2"), SmallDicom.of(1, 2).bytes());
        Files.write(source.resolve("other-study"), SmallDicom.of(2, 1).bytes());
        Files.writeString(source.resolve("notes.txt"), "bring milk, and a longer line so that it has some bytes");
        Files.write(source.resolve("empty"), new byte[0]);
        byte[] whole = SmallDicom.of(1, 3).bytes();
        Files.write(source.resolve("cut"), Arrays.copyOf(whole, whole.length - 100));

        ImportSummary summary = session.imports().importPaths(List.of(folder.resolve("in")), Progress.IGNORED);

        assertEquals(3, summary.imported());
        assertEquals(0, summary.duplicates());
        assertEquals(
                Map.of(
                        "notes.txt", "viewer.file.not-dicom",
                        "empty", "viewer.file.empty",
                        "cut", "services.import.damaged"),
                reasons(summary));
        Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        assertEquals("王小东", study.patient().name().display());
        assertEquals(1, study.seriesCount());
        assertEquals(2, study.instanceCount());
        assertEquals("CHEST", study.bodyPart());
        assertArrayEquals(SmallDicom.of(1, 1).bytes(), session.studies().bytes(new SopInstanceUid("2.25.1001.1.1")));
    }

    @Test
    void theSameAgainIsADuplicateAndOtherContentIsRefusedByName() throws Exception {
        Path first = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        Path changed = Files.write(
                folder.resolve("b"), SmallDicom.of(1, 1).withShift(5).bytes());
        importAll(first);
        ImportSummary again = importAll(first, changed, first);
        assertEquals(0, again.imported());
        assertEquals(2, again.duplicates());
        assertEquals(Map.of("b", "services.import.other-content"), reasons(again));
        assertEquals(0, pixel(0));
    }

    @Test
    void sameBatchTwinsAreToldApartToo() throws Exception {
        Path first = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        Path twin = Files.write(folder.resolve("b"), SmallDicom.of(1, 1).bytes());
        Path changed = Files.write(
                folder.resolve("c"), SmallDicom.of(1, 1).withShift(5).bytes());
        ImportSummary summary = importAll(first, twin, changed);
        assertEquals(1, summary.imported());
        assertEquals(1, summary.duplicates());
        assertEquals(Map.of("c", "services.import.other-content"), reasons(summary));
    }

    @Test
    void anotherPatientsFileIsNotMixedIntoAStudy() throws Exception {
        SmallDicom one = SmallDicom.of(1, 1);
        Path first = Files.write(folder.resolve("a"), one.bytes());
        Path stranger = Files.write(
                folder.resolve("b"),
                SmallDicom.of(1, 2).withPatient("Li^Si=李^四", "DEMO-77").bytes());
        Path strangeSeries = Files.write(
                folder.resolve("c"), SmallDicom.of(1, 3).withStudy("2.25.9").bytes());
        ImportSummary summary = importAll(first, stranger, strangeSeries);
        assertEquals(1, summary.imported());
        assertEquals(
                Map.of("b", "services.import.other-patient", "c", "services.import.other-study"), reasons(summary));
        ImportSummary later = importAll(stranger, strangeSeries);
        assertEquals(reasons(summary), reasons(later));
    }

    @Test
    void withoutAPatientNumberTheNameTellsStrangersApart() throws Exception {
        Path first = Files.write(
                folder.resolve("a"),
                SmallDicom.of(1, 1).withPatient("Wang^XiaoDong=王^小东", "").bytes());
        Path same = Files.write(
                folder.resolve("b"),
                SmallDicom.of(1, 2).withPatient("WANG^XIAODONG=王^小东", "").bytes());
        Path stranger = Files.write(
                folder.resolve("c"),
                SmallDicom.of(1, 3).withPatient("Li^Si=李^四", "").bytes());
        ImportSummary summary = importAll(first, same, stranger);
        assertEquals(2, summary.imported());
        assertEquals(Map.of("c", "services.import.other-patient"), reasons(summary));
    }

    /// A program that is killed in the middle of a long import must not leave images nobody was seen to bring in.
    @Test
    void theTrailNamesAStudyBeforeTheListDoes() throws Exception {
        List<byte[]> many = new ArrayList<>();
        for (int i = 1; i <= 120; i++) {
            many.add(SmallDicom.of(1, i).bytes());
        }
        List<Long> events = new ArrayList<>();
        session.imports().importInstances(many.iterator(), many.size(), new Progress() {
            @Override
            public void at(long done, long total) {
                if (!session.studies().studies().isEmpty()) {
                    events.add(imports());
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertFalse(events.isEmpty());
        assertEquals(List.of(1L), events.stream().distinct().toList());
    }

    @Test
    void whatEndsAnImportIsNotHiddenByWhatFollows() throws Exception {
        session.close();
        home.close();
        AtomicBoolean diskFails = new AtomicBoolean();
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(new QuickHome.Clock()).withProbe(step -> {
                    if (diskFails.get() && step.equals("commit")) {
                        throw new IllegalStateException("the disk");
                    }
                }),
                Progress.IGNORED);
        session = QuickHome.signIn(home, "radiologist");
        Iterator<byte[]> broken = Stream.of(1, 2)
                .map(number -> {
                    if (number == 2) {
                        diskFails.set(true);
                        throw new IllegalStateException("the source");
                    }
                    return SmallDicom.of(1, number).bytes();
                })
                .iterator();
        IllegalStateException ended = assertThrows(
                IllegalStateException.class, () -> session.imports().importInstances(broken, 2, Progress.IGNORED));
        assertEquals("the source", ended.getMessage());
        assertEquals("the disk", ended.getSuppressed()[0].getMessage());
        diskFails.set(false);
    }

    @Test
    void cancellingKeepsWhatWasTakenUntilThen() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            files.add(Files.write(folder.resolve("f" + i), SmallDicom.of(1, i).bytes()));
        }
        ImportSummary summary = session.imports().importPaths(files, new Progress() {
            private long done;

            @Override
            public void at(long now, long total) {
                done = now;
                assertEquals(10, total);
            }

            @Override
            public boolean isCancelled() {
                return done == 4;
            }
        });
        assertTrue(summary.isCancelled());
        assertEquals(4, summary.imported());
        assertEquals(
                4,
                session.studies().studies().stream()
                        .filter(study -> study.uid().value().equals("2.25.1001"))
                        .findFirst()
                        .orElseThrow()
                        .instanceCount());
    }

    @Test
    void adoptsAWholeFileThatABrokenOffImportLeftWithoutARow() throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        importAll(file);
        session.close();
        home.close();
        // As if the process had ended between the file and its row: the index knows nothing, and thinks it is whole.
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/index.db"));
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM instance");
            statement.execute("DELETE FROM series");
            statement.execute("DELETE FROM study");
        }
        open();
        assertTrue(session.studies().study(new StudyUid("2.25.1001")).isEmpty());
        Path changed = Files.write(
                folder.resolve("b"), SmallDicom.of(1, 1).withShift(9).bytes());
        ImportSummary summary = importAll(changed, file);
        assertEquals(Map.of("b", "services.import.other-content"), reasons(summary));
        assertEquals(1, summary.duplicates());
        assertEquals(0, pixel(0));
    }

    @Test
    void takesAFileSetByItsIndex() throws Exception {
        Path dicomdir = SharedData.path("dicomdir/pydicom/DICOMDIR");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(dicomdir), "skipped: no such file set");
        ImportSummary summary = importAll(dicomdir);
        assertTrue(summary.imported() > 0, () -> summary.toString());
    }

    @Tag("slow")
    @Test
    void everyBrokenFileIsTakenOrNamed() throws Exception {
        Path broken = SharedData.path("broken");
        long files;
        try (Stream<Path> walk = Files.walk(broken)) {
            // An index stands for files, and inside a folder those are met by themselves.
            files = walk.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().equalsIgnoreCase("DICOMDIR"))
                    .count();
        }
        ImportSummary summary = importAll(broken);
        long zips =
                summary.skipped().stream().filter(s -> s.path().contains("!")).count();
        assertEquals(
                files,
                summary.imported() + summary.duplicates() + summary.skipped().size() - zips);
        assertTrue(session.audit().verify().isIntact());
    }
}
