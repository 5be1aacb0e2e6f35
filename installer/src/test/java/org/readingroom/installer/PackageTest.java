package org.readingroom.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds the `.deb`, installs it, starts it, removes it.
///
/// As root it goes through apt, which waits for an installation already under way; otherwise the package is unpacked
/// into a folder, which tries all but the scripts.
/// With a display the installed program plays the demo line.
@Tag("package")
class PackageTest {
    private static final long MINUTES = 8;

    @TempDir
    private Path folder;

    // [utest->req~house.package~1]
    @Test
    void theInstalledProgramBringsItsRuntimeStartsAndGoesWithoutTrace() throws Exception {
        for (String tool : List.of("dpkg-deb", "fakeroot", "objcopy")) {
            Assumptions.assumeTrue(isThere(tool), () -> "skipped: " + tool + " is not installed");
        }
        Path project = Path.of(System.getProperty("readingroom.root"));
        Path app = project.resolve("installer/target");
        Run built = run(
                Map.of("DPKG_DEB_COMPRESSOR_TYPE", "gzip", "DPKG_DEB_COMPRESSOR_LEVEL", "1"),
                "sh",
                project.resolve("installer/package"),
                System.getProperty("java.home"),
                app,
                folder);
        assertEquals(0, built.exitCode(), built.output());
        Path deb = Path.of(built.lastLine());
        assertTrue(Files.size(deb) > 10_000_000, deb + " is no whole program");

        boolean asRoot = System.getProperty("user.name").equals("root")
                && run(Map.of(), "dpkg-query", "-W", "readingroom").exitCode() != 0
                && Files.notExists(Path.of("/opt/readingroom"));
        Path root = asRoot ? Path.of("/") : folder.resolve("root");
        Run installed = asRoot ? apt("install", deb.toString()) : run(Map.of(), "dpkg-deb", "-x", deb.toString(), root);
        Run removed = new Run(0, "");
        try {
            assertEquals(0, installed.exitCode(), installed.output());
            tryProgram(root.resolve("opt/readingroom/bin/readingroom"));
        } finally {
            if (asRoot) {
                removed = apt("purge", "readingroom");
            }
        }
        if (asRoot) {
            assertEquals(0, removed.exitCode(), removed.output());
            assertFalse(Files.exists(Path.of("/opt/readingroom")), "/opt/readingroom is left behind");
        }
    }

    private void tryProgram(Path program) throws Exception {
        // No Java but its own may help it.
        Map<String, String> bare = Map.of("JAVA_HOME", "", "PATH", "/usr/bin:/bin", "HOME", folder.toString());
        Run version = run(bare, program, "--version");
        assertEquals(0, version.exitCode(), version.output());
        assertTrue(version.output().contains("Reading Room "), version.output());
        assertEquals(2, run(bare, program, "nonsense").exitCode());

        if (System.getenv("DISPLAY") == null) {
            System.out.println("skipped: no display, so the installed program did not open its window");
            return;
        }
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Run line = run(bare, program, "screenshots", "--language", "en", "--out", pictures);
        assertEquals(0, line.exitCode(), line.output());
        try (Stream<Path> taken = Files.list(pictures.resolve("en"))) {
            assertTrue(
                    taken.filter(picture -> picture.toString().endsWith(".png")).count() >= 5, line.output());
        }
    }

    private static Run apt(String verb, String what) throws Exception {
        return run(
                Map.of("DEBIAN_FRONTEND", "noninteractive"),
                "apt-get",
                "-y",
                "-o",
                "DPkg::Lock::Timeout=300",
                "--no-install-recommends",
                verb,
                what);
    }

    private static boolean isThere(String tool) throws Exception {
        return run(Map.of(), "sh", "-c", "command -v " + tool).exitCode() == 0;
    }

    private record Run(int exitCode, String output) {
        String lastLine() {
            return output.lines().reduce("", (before, line) -> line);
        }
    }

    private static Run run(Map<String, String> environment, Object... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        Path log = Files.createTempFile("package", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Run(127, e.getMessage());
        }
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Run(124, words.getFirst() + " did not end: " + Files.readString(log));
        }
        String output = Files.readString(log);
        Files.delete(log);
        return new Run(process.exitValue(), output);
    }
}
