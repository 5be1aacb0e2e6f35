package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.testing.Orthanc;

/// The benchmark counts what really came; how quick it was, only a quiet machine can say.
class FetchBenchCommandTest {
    @TempDir
    private Path folder;

    // [utest->req~fetch.speed~1]
    @Test
    void framesAndBytesAreThoseOfTheStudy() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            files.add(Files.readAllBytes(
                    new TestImage(2 * i, i, true, (x, y) -> x * y).writeTo(folder.resolve(i + ".dcm"))));
        }
        double megabytes = files.stream().mapToInt(file -> file.length).sum() / 5e6;
        CliRun run;
        try (Orthanc orthanc = Orthanc.start(folder)) {
            orthanc.store(files);
            run = CliRun.of(
                    "bench",
                    "fetch",
                    orthanc.dicomWeb(),
                    "--rounds",
                    "1",
                    "--megabits",
                    "1000",
                    "--no-window",
                    "--json");
        }
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        JsonNode facts = new ObjectMapper().readTree(run.out());
        assertEquals("2.25.77.1000", facts.get("study").asText());
        for (String link : List.of("fetch", "shaped")) {
            JsonNode figures = facts.get("figures");
            assertEquals(
                    megabytes,
                    value(figures, link + "-drawn-bytes") / value(figures, link + "-drawn"),
                    1e-9,
                    "a frame, its file");
            assertTrue(value(figures, link + "-first-picture") > 0);
            assertTrue(value(figures, link + "-whole") > 0);
            assertTrue(value(figures, link + "-by-bare-loop") > 0);
        }
    }

    private static double value(JsonNode figures, String name) {
        return figures.at("/" + name + "/value").asDouble();
    }

    @Test
    void anArchiveThatIsNotThereIsToldInWords() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        CliRun run = CliRun.of("bench", "fetch", "http://127.0.0.1:" + nobody + "/dicom-web", "--no-window");
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertFalse(run.err().isBlank() || run.err().contains("Exception"), run.err());
    }

    @Test
    void aLinkWithoutWidthAndNoRoundsMeasureNothing() {
        for (List<String> wrong : List.of(List.of("--megabits", "0"), List.of("--rounds", "0"))) {
            assertEquals(
                    ExitCode.USAGE,
                    CliRun.of("bench", "fetch", "http://127.0.0.1:1/", wrong.get(0), wrong.get(1))
                            .exitCode());
        }
    }
}
