package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Words that the disk does not take, and words in a file that is damaged.
// [utest->req~report.draft.rescued~1]
class DraftRescueTest {
    private static final String FIRST = "右肺上叶结节。";
    private static final String LATER = "右肺上叶结节，较前增大。";

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    /// A file system of four megabytes, which only root may mount.
    @Test
    void whatAFullDiskDoesNotTakeComesBackAtTheNextSignIn() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                sh("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) == 0,
                "skipped: no right to mount a small disk");
        try {
            Path small = disk.resolve("home");
            Path filler = disk.resolve("filler");
            Path kept;
            String much = LATER.repeat(40_000);
            try (Home home = home(small);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                importStudies(session, 1);
                draft(session, 0, FIRST);
                clock.advance(Duration.ofMinutes(5));
                long free = Files.getFileStore(disk).getUsableSpace();
                Files.write(filler, new byte[(int) free - 100_000]);
                WorkstationException told = assertThrows(WorkstationException.class, () -> draft(session, 0, much));
                assertEquals("services.report.rescued", told.messageKey());
                kept = Path.of(told.messageArguments().getFirst().toString());
                assertTrue(kept.startsWith(folder.resolve("elsewhere")), kept::toString);
                String raw = Files.readString(kept, StandardCharsets.ISO_8859_1);
                assertFalse(
                        raw.contains(new String(LATER.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
                assertTrue(impression(session, 0).equals(much), "they are what is shown meanwhile");
                Files.delete(filler);
            }
            try (Home home = home(small);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                assertEquals(1, session.rescued());
                assertEquals(much, impression(session, 0));
                assertFalse(Files.exists(kept));
                assertEquals(1, count(session, "report.rescue"));
                assertTrue(session.audit().verify().isIntact());
            }
        } finally {
            sh("umount", "-l", disk.toString());
        }
    }

    /// Every page of the file is broken once, each in a copy.
    @Test
    void aBrokenPageIsToldAndTheDraftsComeBackIntoTheBackup() throws Exception {
        Path path = folder.resolve("home");
        try (Home home = home(path);
                Session session = QuickHome.signIn(home, "radiologist")) {
            importStudies(session, 3);
            draft(session, 0, FIRST);
            session.reports().sign(draft(session, 2, FIRST), 0, Stage.PRIMARY, "", "demo".toCharArray());
        }
        byte[] backup = Files.readAllBytes(path.resolve("documents.db"));
        clock.advance(Duration.ofHours(1));
        try (Home home = home(path);
                Session session = QuickHome.signIn(home, "radiologist")) {
            draft(session, 0, LATER);
            draft(session, 1, LATER);
        }
        byte[] sound = Files.readAllBytes(path.resolve("documents.db"));
        Set<Integer> needed = pagesOf("sqlite_schema", "draft", sound);
        int told = 0;
        for (int page = 0; page < sound.length / 4096; page++) {
            byte[] broken = sound.clone();
            Arrays.fill(broken, page * 4096, page * 4096 + 4096, (byte) 0x5A);
            Path copy = copy(path, folder.resolve("copy" + page));
            Files.write(copy.resolve("documents.db"), broken);
            try (Home home = home(copy)) {
                assertTrue(page > 0 && home.hasUsers(), "page " + page + " is not used");
                continue;
            } catch (WorkstationException e) {
                assertTrue(e.messageKey().startsWith("services.home.documents-damaged"), e.messageKey());
                assertArrayEquals(broken, Files.readAllBytes(copy.resolve("documents.db")), "left as it was found");
                told++;
            }
            Files.write(copy.resolve("documents.db"), backup);
            try (Home home = home(copy);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                boolean isBack = session.rescued() == 2
                        && impression(session, 0).equals(LATER)
                        && open(session, 1).isDraft();
                // what says where the drafts lie, or holds them, is all that they cannot do without
                assertTrue(
                        isBack || needed.contains(page), "page " + page + " lost the drafts, which lie on " + needed);
                assertFalse(open(session, 2).isDraft(), "what was signed is no draft again");
                assertTrue(session.audit().verify().isIntact());
            }
        }
        int pages = sound.length / 4096;
        assertTrue(told >= pages * 3 / 4, told + " of " + pages + " broken pages were told");
    }

    @Test
    void newerWordsAndSignedOnesAreNotOverwritten() throws Exception {
        Path path = folder.resolve("home");
        try (Home home = home(path);
                Session session = QuickHome.signIn(home, "radiologist")) {
            importStudies(session, 2);
            draft(session, 0, FIRST);
            draft(session, 1, FIRST);
        }
        byte[] sound = Files.readAllBytes(path.resolve("documents.db"));
        byte[] broken = sound.clone();
        Arrays.fill(broken, 4096, 8192, (byte) 0x5A);
        Files.write(path.resolve("documents.db"), broken);
        assertEquals(
                2,
                assertThrows(WorkstationException.class, () -> home(path))
                        .messageArguments()
                        .get(1));
        List<Path> files = files(path.resolve("rescue"));
        assertEquals(2, files.size());
        Files.write(path.resolve("documents.db"), sound);
        for (Path file : files) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".away"));
        }
        clock.advance(Duration.ofHours(1));
        try (Home home = home(path);
                Session session = QuickHome.signIn(home, "radiologist")) {
            draft(session, 0, LATER);
            session.reports().sign(draft(session, 1, LATER), 0, Stage.PRIMARY, "", "demo".toCharArray());
        }
        for (Path file : files) {
            Files.move(file.resolveSibling(file.getFileName() + ".away"), file);
        }
        Files.writeString(path.resolve("rescue/draft-none.json"), "{ no draft");
        try (Home home = home(path);
                Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(0, session.rescued());
            assertEquals(LATER, impression(session, 0));
            assertFalse(open(session, 1).isDraft());
            assertEquals(2, files(path.resolve("rescue")).size(), "the older one of a signed report, and what is none");
        }
    }

    /// The pages of two tables, counted from zero, as SQLite itself lists them.
    private Set<Integer> pagesOf(String one, String other, byte[] database) throws Exception {
        Path file = Files.write(folder.resolve("sound.db"), database);
        Set<Integer> pages = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement asked =
                        connection.prepareStatement("SELECT pageno FROM dbstat WHERE name IN (?, ?)")) {
            asked.setString(1, one);
            asked.setString(2, other);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    pages.add(rows.getInt(1) - 1);
                }
            }
        }
        assertFalse(pages.isEmpty());
        return pages;
    }

    private Home home(Path path) throws WorkstationException {
        return Home.openOrCreateDemo(
                path,
                QuickHome.options(clock)
                        .withElsewhere(folder.resolve("elsewhere"))
                        .withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'}),
                Progress.IGNORED);
    }

    private void importStudies(Session session, int count) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(
                    folder.resolve("f" + i), SmallDicom.of(100 + i, 1).bytes()));
        }
        session.imports().importPaths(files, Progress.IGNORED);
    }

    private static OpenReport open(Session session, int number) throws WorkstationException {
        Study study = session.studies()
                .study(new StudyUid("2.25.100" + (100 + number)))
                .orElseThrow();
        return session.reports().open(study, ReportLanguage.CHINESE, "");
    }

    private static String impression(Session session, int number) throws WorkstationException {
        return open(session, number).report().sections().stream()
                .filter(section -> section.kind() == SectionKind.IMPRESSION)
                .flatMap(section -> section.sentences().stream())
                .map(ReportSentence::text)
                .collect(Collectors.joining());
    }

    private static Report draft(Session session, int number, String words) throws WorkstationException {
        Report report = Reports.written(open(session, number).report(), words);
        session.reports().saveDraft(report, 0);
        return report;
    }

    private static long count(Session session, String type) throws WorkstationException {
        return session.audit().latest(1000).stream()
                .map(AuditEvent::type)
                .filter(type::equals)
                .count();
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
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

    private static int sh(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
