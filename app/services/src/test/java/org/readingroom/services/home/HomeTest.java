package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.identity.Role;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class HomeTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    @TempDir
    Path folder;

    // [utest->req~home.demo~1]
    @Test
    void aDemoHomeHasAPersonOfEachRoleAndLeavesNothingBesideIt() throws Exception {
        try (Home home = QuickHome.demo(path())) {
            assertTrue(home.isDemo());
            assertEquals(
                    List.of("admin", "radiologist", "resident", "senior"),
                    home.users().stream().map(user -> user.loginName()).toList());
            try (Session session = QuickHome.signIn(home, "resident")) {
                assertTrue(session.user().has(Role.TRAINEE));
            }
        }
        assertEquals(List.of("home"), names(folder));
    }

    @Test
    void aNewHomeWantsItsFirstUser() throws Exception {
        HomeOptions options = QuickHome.options(new QuickHome.Clock());
        try (Home home = Home.openOrCreate(path(), options)) {
            assertFalse(home.isDemo());
            assertFalse(home.hasUsers());
            home.createFirstUser("chen", "陈主任", "a long password".toCharArray());
            assertThrows(HomeException.class, () -> home.createFirstUser("b", "b", "a long password".toCharArray()));
            try (Session session = home.signIn("chen", "a long password".toCharArray())) {
                assertTrue(session.studies().studies().isEmpty());
                assertTrue(session.audit().verify().isIntact());
            }
        }
    }

    @Test
    void uncoveringTheWindowIsOneEventAndWantsThePersonsOwnPassword() throws Exception {
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.password().unlock("demo".toCharArray());
            assertEquals(
                    "services.signin.wrong",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> session.password().unlock("dem0".toCharArray()))
                            .messageKey());
            assertEquals(
                    List.of("session.unlock FAILURE", "session.unlock SUCCESS", "session.open SUCCESS"),
                    session.audit().latest(3).stream()
                            .map(event -> event.type() + " " + event.outcome())
                            .toList());
        }
    }

    // [utest->req~home.one-program~1]
    @Test
    void aSecondStartIsRefusedByName() throws Exception {
        try (Home home = QuickHome.demo(path())) {
            assertEquals(path(), home.folder());
            HomeException refused = assertThrows(HomeException.class, () -> QuickHome.demo(path()));
            assertEquals("services.home.in-use", refused.messageKey());
            assertEquals(
                    List.of(
                            path().toString(),
                            Long.toString(ProcessHandle.current().pid())),
                    refused.messageArguments());
        }
        QuickHome.demo(path()).close();
    }

    // [utest->req~home.newer-refused~1]
    @Test
    void aHomeOfANewerProgramIsLeftAlone() throws Exception {
        QuickHome.demo(path()).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path().resolve("documents.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertEquals("services.home.newer", refusal());
        Files.writeString(path().resolve("home.json"), "{\"format\":2,\"id\":\"x\",\"demo\":true}");
        assertEquals("services.home.newer", refusal());
        Files.writeString(path().resolve("home.json"), "{\"form");
        assertEquals("services.home.record-broken", refusal());
        Files.writeString(path().resolve("home.json"), "{\"format\":1,\"id\":\"x\",\"created\":\"yesterday\"}");
        assertEquals("services.home.record-broken", refusal());
    }

    @Test
    void aFirstStartThatWasBrokenOffCanBeTriedAgain() throws Exception {
        Files.createDirectories(path());
        Files.writeString(path().resolve("home.json.next"), "{\"form");
        Files.writeString(path().resolve("lock"), "1");
        try (Home home = Home.openOrCreate(path(), QuickHome.options(new QuickHome.Clock()))) {
            assertFalse(home.hasUsers());
        }
    }

    @Test
    void aFolderOfSomethingElseIsNotTouched() throws Exception {
        Files.createDirectories(path());
        Files.writeString(path().resolve("thesis.txt"), "x");
        assertEquals(
                "services.home.not-a-home",
                assertThrows(WorkstationException.class, () -> Home.openOrCreate(path()))
                        .messageKey());
        assertEquals(List.of("thesis.txt"), names(path()));
    }

    // [utest->req~store.index-rebuilt~1]
    @Test
    void aMissingOrDamagedIndexIsMadeAnewAndDocumentsStay() throws Exception {
        importSome();
        for (int damage = 0; damage < 3; damage++) {
            byte[] documents = documents();
            Path index = path().resolve("index.db");
            switch (damage) {
                case 0 -> Files.delete(index);
                case 1 -> Files.writeString(index, "this is no database at all, but it is long enough to look at");
                default -> {
                    byte[] bytes = Files.readAllBytes(index);
                    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x5A);
                    Files.write(index, bytes);
                }
            }
            assertTrue(Arrays.equals(documents, documents()));
            try (Home home = QuickHome.demo(path());
                    Session session = QuickHome.signIn(home, "radiologist")) {
                assertEquals(3, session.studies().study(STUDY).orElseThrow().instanceCount(), "damage " + damage);
                assertEquals("{}", session.annotations().load(STUDY).orElseThrow());
                assertTrue(session.audit().verify().isIntact());
            }
        }
    }

    @Test
    void aDamagedInstanceFileCostsThatInstanceOnly() throws Exception {
        importSome();
        Path file;
        try (Stream<Path> walk = Files.walk(path().resolve("instances"))) {
            file = walk.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 100);
        }
        Files.delete(path().resolve("index.db"));
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(2, session.studies().study(STUDY).orElseThrow().instanceCount());
            ImportSummary again = session.imports().importPaths(List.of(folder.resolve("in")), Progress.IGNORED);
            assertEquals(1, again.imported());
            assertEquals(2, again.duplicates());
            assertEquals(3, session.studies().study(STUDY).orElseThrow().instanceCount());
        }
    }

    @Test
    void damagedDocumentsAreNotOverwritten() throws Exception {
        importSome();
        Path file = path().resolve("documents.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, 8192, (byte) 0x5A);
        Files.write(file, bytes);
        assertEquals("services.home.documents-damaged", refusal());
        assertTrue(Arrays.equals(bytes, Files.readAllBytes(file)));
    }

    /// A file system of four megabytes, which only root may mount.
    // [utest->req~home.disk~1]
    @Test
    void aFullAndAReadOnlyDiskAreNamedAndLoseNothing() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                sh("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) == 0,
                "skipped: no right to mount a small disk");
        try {
            Path small = disk.resolve("home");
            Path in = Files.createDirectories(folder.resolve("in"));
            for (int i = 1; i <= 400; i++) {
                Files.write(in.resolve("f" + i), SmallDicom.of(1, i).bytes());
            }
            try (Home home = QuickHome.demo(small);
                    Session session = QuickHome.signIn(home, "radiologist")) {
                session.annotations().save(STUDY, "{}");
                Path filler = disk.resolve("filler");
                long free = Files.getFileStore(disk).getUsableSpace();
                Files.write(filler, new byte[(int) (free - 400_000)]);
                WorkstationException full = assertThrows(
                        WorkstationException.class, () -> session.imports().importPaths(List.of(in), Progress.IGNORED));
                assertEquals("services.store.disk-full", full.messageKey());
                String much = "x".repeat(800_000);
                assertEquals(
                        "services.store.disk-full",
                        assertThrows(
                                        WorkstationException.class,
                                        () -> session.annotations().save(STUDY, much))
                                .messageKey());
                assertEquals("{}", session.annotations().load(STUDY).orElseThrow());
                Files.delete(filler);
                ImportSummary again = session.imports().importPaths(List.of(in), Progress.IGNORED);
                assertEquals(
                        400,
                        again.imported() + again.duplicates(),
                        () -> again.skipped().toString());
                assertEquals(400, session.studies().study(STUDY).orElseThrow().instanceCount());
                session.annotations().save(STUDY, "{\"n\":2}");
                assertTrue(session.audit().verify().isIntact());
            }
            assertEquals(0, sh("mount", "-o", "remount,ro", disk.toString()));
            assertEquals(
                    "services.store.read-only",
                    assertThrows(WorkstationException.class, () -> QuickHome.demo(small))
                            .messageKey());
        } finally {
            sh("umount", "-l", disk.toString());
        }
    }

    private void importSome() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = 1; i <= 3; i++) {
            Files.write(in.resolve("f" + i), SmallDicom.of(1, i).bytes());
        }
        try (Home home = QuickHome.demo(path());
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(in), Progress.IGNORED);
            session.annotations().save(STUDY, "{}");
        }
    }

    private String refusal() {
        return assertThrows(WorkstationException.class, () -> QuickHome.demo(path()))
                .messageKey();
    }

    private byte[] documents() throws IOException {
        return Files.readAllBytes(path().resolve("documents.db"));
    }

    private static int sh(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private Path path() {
        return folder.resolve("home");
    }
}
