package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own: exit codes, streams, file names outside ASCII, no display.
@Tag("slow")
class CommandLineProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aCommandNeedsNoDisplayAndReadsChineseFileNames() throws Exception {
        Path image = TestImage.ramp().writeTo(folder.resolve("胸部 测试.dcm"));
        Run run = run("pixels", image.toString());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(run.out().endsWith("\t" + image + "\n"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertEquals(
                ExitCode.REFUSED,
                run("pixels", folder.resolve("absent").toString()).exitCode());
        Run wrong = run("--language", "zh", "pixels", "--nonsense");
        assertEquals(ExitCode.USAGE, wrong.exitCode());
        assertTrue(wrong.err().contains("readingroom pixels"), wrong.err());
    }

    private record Run(int exitCode, String out, String err) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.readingroom.desktop.boot.Main"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
