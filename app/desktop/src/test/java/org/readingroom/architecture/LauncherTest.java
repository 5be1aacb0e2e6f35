package org.readingroom.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a folder of its own, without the sources: what it says when something is missing.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyLauncher() throws IOException {
        Path root = new SourceTree().root();
        Files.copy(root.resolve("readingroom"), folder.resolve("readingroom"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(folder.resolve("installer"));
        Files.copy(root.resolve("installer/jvm.options"), folder.resolve("installer/jvm.options"));
    }

    // [utest->req~house.launch~1]
    @Test
    void aJdkThatIsNoneIsNamedInOneLine() throws Exception {
        Run run = run(Map.of("READINGROOM_JDK", folder.toString()), "--version");
        assertEquals(1, run.exitCode());
        assertEquals(List.of("READINGROOM_JDK names no JDK 25: " + folder), run.err());
    }

    // [utest->req~house.launch.virtual-display~1]
    @Test
    void withoutADisplayItOffersAVirtualOne() throws Exception {
        Run run = run(Map.of());
        assertEquals(1, run.exitCode());
        assertEquals(1, run.err().size(), run.err().toString());
        assertTrue(
                run.err().getFirst().contains("--virtual-display DIR"),
                run.err().toString());
    }

    @Test
    void aVirtualDisplayWantsAFolder() throws Exception {
        assertEquals(2, run(Map.of(), "--virtual-display").exitCode());
    }

    @Test
    void itSpeaksTheLanguageOfTheLocale() throws Exception {
        Run run = run(Map.of("LANG", "zh_CN.UTF-8"));
        assertTrue(run.err().getFirst().contains("没有图形显示"), run.err().toString());
    }

    @Test
    void aBuildThatFailsSaysWhereToLook() throws Exception {
        Run run = run(Map.of("READINGROOM_SETUP", "no"), "--version");
        assertEquals(1, run.exitCode());
        assertTrue(
                run.err().getLast().contains(".readingroom/build.log"),
                run.err().toString());
    }

    // [utest->req~house.servers~1]
    @Test
    void theServersWantAVerb() throws Exception {
        assertEquals(2, run(Map.of(), "servers").exitCode());
        Run run = run(Map.of("LANG", "zh_CN.UTF-8"), "servers", "burn");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().getFirst().contains("启动"), run.err().toString());
    }

    private record Run(int exitCode, List<String> err) {}

    private Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("readingroom").toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "LC_ALL", "LC_MESSAGES"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher does not end");
        return new Run(process.exitValue(), Files.readAllLines(err));
    }
}
