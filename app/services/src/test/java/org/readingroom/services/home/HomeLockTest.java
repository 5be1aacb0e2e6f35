package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    private static final int GOT_IT = 0;
    private static final int HELD = 3;

    @TempDir
    Path folder;

    /// POSIX lets go of every lock a process has on a file when it closes any of its handles on that file.
    // [utest->req~home.one-program~1]
    @Test
    void aRefusedSecondOpeningInTheSameProgramLeavesTheLockHeld() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("home")));
        try (HomeLock held = HomeLock.take(folder.resolve("home"))) {
            for (Path same : new Path[] {folder.resolve("home"), folder.resolve("home/../home"), link}) {
                assertEquals(
                        "services.home.in-use",
                        assertThrows(HomeException.class, () -> HomeLock.take(same))
                                .messageKey());
            }
            assertEquals(HELD, otherProgram());
            assertEquals(HELD, otherProgram(), "its refusal changed nothing: " + held);
        }
        assertEquals(GOT_IT, otherProgram());
        HomeLock.take(folder.resolve("home")).close();
    }

    private int otherProgram() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                                .orElse(System.getProperty("java.class.path")),
                        LockProbe.class.getName(),
                        folder.resolve("home").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
