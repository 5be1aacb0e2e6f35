package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.SharedData;

/// Writes what becomes of each class of object in each transfer syntax, and fails when `docs/fidelity.md` says
/// otherwise.
///
/// `-Dfidelity.write=true` writes the file anew.
// [utest->req~codec.fidelity~1]
final class FidelityReportTest {
    private static final String HEAD = """
            # Fidelity

            Every object of the test collection that is not broken on purpose, by class, modality and transfer syntax: how many
            files, and what becomes of their pixels. *Exact* means that the stored values of all frames have the digest that the
            decoders named computed too. *Shown* means decoded, with no second decoder's digest to compare with. What is refused
            is refused in these words. `FidelityReportTest` writes this file and fails when it is stale.

            | class | modality | transfer syntax | files | outcome |
            |---|---|---|---|---|
            """;
    private static final String TAIL = """

            ## Exceptions

            * `codec/misc/HTJ2K_08_RGB.dcm`: the collection's digest comes of one decoder alone, whose rounding is its own (one
              level off in 670 of 921,600 samples); ours is that of OpenJPEG 2.5.0.
            * `modality/sm-wsi-jpeg-140tiles.dcm`: its edge tiles are stored smaller than Rows and Columns say, other decoders
              disagree about them. Ours lie in their places, the outside is black; each tile is exact against the JDK's decoder.
            * The three videos: decoders differ by rounding. Every frame is held against the picture it was made of.
            * JPEG XL: [decision 8](decisions/0008-jpeg-xl-is-refused.md).
            """;

    private record Expectation(String sha256, String decoders) {}

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void theReportTellsWhatBecomesOfEveryClassAndSyntax() throws Exception {
        Map<String, Map<String, Integer>> rows = new TreeMap<>();
        Map<String, Expectation> expected = expected();
        for (String line : Files.readAllLines(SharedData.path("manifest.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].endsWith(".dcm") || cells[0].startsWith("broken/")) {
                continue;
            }
            String row = "%s | %s | %s".formatted(cells[6], cells[5], cells[7]);
            rows.computeIfAbsent(row, key -> new TreeMap<>())
                    .merge(outcome(cells[0], expected.get(cells[0])), 1, Integer::sum);
        }
        StringBuilder report = new StringBuilder(HEAD);
        rows.forEach((row, outcomes) -> outcomes.forEach(
                (outcome, files) -> report.append("| %s | %d | %s |\n".formatted(row, files, outcome))));
        report.append(TAIL);
        Path file = Path.of(System.getProperty("readingroom.root", ".")).resolve("docs/fidelity.md");
        if (Boolean.getBoolean("fidelity.write")) {
            Files.writeString(file, report);
        }
        assertEquals(Files.readString(file), report.toString(), "stale: write it anew with -Dfidelity.write=true");
    }

    private static String outcome(String path, Expectation expectation) throws IOException {
        try {
            DicomFile file = DicomReader.read(SharedData.path(path));
            FrameReader reader = FrameReader.of(file);
            if (expectation == null || file.transferSyntax().isVideo()) {
                for (int frame = 0; frame < reader.frames(); frame++) {
                    reader.frame(frame);
                }
                return "shown";
            }
            boolean exact = PixelDigest.sha256(reader).equals(expectation.sha256());
            return exact ? "exact against " + expectation.decoders() : "shown, differs from " + expectation.decoders();
        } catch (WorkstationException e) {
            Object[] arguments = e.messageArguments().toArray();
            return "refused: " + Messages.of(Locale.ENGLISH).get(e.messageKey(), arguments);
        }
    }

    private static Map<String, Expectation> expected() throws IOException {
        Map<String, Expectation> expected = new HashMap<>();
        for (String line : nativeDigests().split("\n")) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 2 && !line.startsWith("#")) {
                expected.put(cells[0], new Expectation(cells[1], "pydicom"));
            }
        }
        for (String line : Files.readAllLines(SharedData.path("expected-pixels.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (cells[8].length() == 64) {
                String decoders = cells[9].replaceAll(" [0-9.]+", "").replace(" = ", ", ");
                expected.put(cells[0], new Expectation(cells[8], decoders));
            }
        }
        return expected;
    }

    private static String nativeDigests() throws IOException {
        try (var in = FidelityReportTest.class.getResourceAsStream("/codec/native-digests.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
