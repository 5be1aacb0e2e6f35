package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cuts of real series against a trilinear sampling by numpy that reads the files itself.
// [utest->req~cli.mpr~1]
@Tag("slow")
class MprTruthTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ct-head-small64 | 0 | mip | --plane axial",
                "ct-head-small64 | 0 | mip | --plane coronal --at 60,100,50",
                "ct-head-small64 | 0 | mip | --plane sagittal --at 60,100,50",
                "ct-head-small64 | 0 | mip | --plane oblique --at 100,100,70 --normal 1,2,3 --up 0,0,1",
                "ct-head-small64 | 20 | mip | --plane oblique --at 100,100,70 --normal 1,2,3 --up 0,0,1",
                "ct-head-small64 | 9 | minip | --plane axial",
                "ct-head-small64 | 12.3 | mean | --plane coronal",
                "pet-wholebody-qin0024 | 0 | mip | --plane coronal"
            })
    void everyElementIsWhatNumpySamples(String series, double slab, String mode, String plane)
            throws IOException, InterruptedException {
        Path data = sharedData().resolve("series").resolve(series);
        Path raw = folder.resolve("cut.raw");
        List<Object> line = new ArrayList<>(List.of("mpr", data, "--json", "--out", raw));
        line.addAll(List.of(plane.split(" ")));
        if (slab > 0) {
            line.addAll(List.of("--slab", slab, "--mode", mode));
        }
        CliRun run = CliRun.of(line.toArray());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        String[] said =
                numpy(data, run.out().strip(), raw, Double.toString(slab), mode).split("\\s+");
        assertEquals(4, said.length, String.join(" ", said));
        assertTrue(Integer.parseInt(said[0]) > 10_000, "only " + said[0] + " elements compared");
        // positions are single precision: a hundredth of a HU, or of a Bq/mL in ten thousand
        assertTrue(Double.parseDouble(said[1]) < (series.startsWith("pet") ? 0.5 : 0.05), "differs by " + said[1]);
        assertTrue(slab > 0 || Double.parseDouble(said[2]) <= 0.5 + 1e-3, "has values " + said[2] + " voxels outside");
        assertEquals("0", said[3], "elements inside without a value");
    }

    private String numpy(Path data, String facts, Path raw, String slab, String mode)
            throws IOException, InterruptedException {
        Path script = folder.resolve("mpr_truth.py");
        try (InputStream stream = getClass().getResourceAsStream("mpr_truth.py")) {
            Files.write(script, Objects.requireNonNull(stream).readAllBytes());
        }
        Process process;
        try {
            process = new ProcessBuilder(PYTHON, script.toString(), data.toString(), facts, raw.toString(), slab, mode)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("skipped: " + PYTHON + " is not installed");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Assumptions.assumeTrue(!said.contains("ModuleNotFoundError"), "skipped: numpy or pydicom is not installed");
        return said;
    }

    private static Path sharedData() {
        Path data = Path.of(System.getProperty("readingroom.root"))
                .resolve("../shared/data")
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: the shared data folder is not beside the project");
        return data;
    }
}
