package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    private Path folder;

    // [utest->req~house.bench~1]
    @Test
    @org.junit.jupiter.api.Tag("slow")
    void everyFigurePromisedIsMeasured() throws IOException {
        for (int i = 0; i < 12; i++) {
            new TestImage(2 * i, i + 1, true, (x, y) -> x * y).writeTo(folder.resolve(i + ".dcm"));
        }
        CliRun run = CliRun.of("bench", "--series", folder, "--grow", "100", "--json");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        JsonNode figures = new ObjectMapper().readTree(run.out()).get("figures");
        for (String name : List.of(
                "first-picture",
                "stack-scroll",
                "cold-scroll",
                "window-drag",
                "import",
                "three-reformats",
                "oblique",
                "volume-first-plane",
                "volume-coarse",
                "volume-whole",
                "volume-whole-cores",
                "volume-decoding-alone",
                "three-planes-scroll",
                "scene-bone",
                "scene-bone-fast",
                "grow-100",
                "grow-100-memory")) {
            assertTrue(figures.at("/" + name + "/value").asDouble() > 0, name);
        }
        if (System.getenv("DISPLAY") != null) {
            assertTrue(figures.at("/window-open/value").asDouble() > 0, "a study was opened in the window");
        }
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertEquals(
                ExitCode.REFUSED,
                CliRun.of("bench", "--series", folder.resolve("absent")).exitCode());
    }
}
