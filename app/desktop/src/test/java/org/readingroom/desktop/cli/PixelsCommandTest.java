package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.testing.SharedData;

class PixelsCommandTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.pixels~1]
    @Test
    void rawBytesAreTheStoredValuesAndTheDigestIsTheirs() throws Exception {
        Path image = TestImage.ramp().writeTo(folder.resolve("ramp.dcm"));
        Path raw = folder.resolve("ramp.raw");
        CliRun run = CliRun.of("pixels", "--sha256", image, "--out", raw);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(2 * TestImage.COLUMNS * TestImage.ROWS, bytes.limit());
        assertEquals(1024 + 10 * 3 + 2, bytes.getShort(2 * (2 * TestImage.COLUMNS + 3)));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        assertEquals(List.of(digest + "\t" + image), run.lines());
        assertEquals(run.lines(), CliRun.of("pixels", image, "--frame", "1").lines());
    }

    @Test
    void aRefusedFileIsNamedAndTheNextOneStillRead() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "not a picture");
        Path empty = Files.createFile(folder.resolve("b.dcm"));
        Path image = TestImage.ramp().writeTo(folder.resolve("c.dcm"));
        CliRun run = CliRun.of("pixels", text, empty, folder.resolve("absent"), image);
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertEquals(4, run.lines().size(), run.out());
        assertEquals(64, run.lines().get(3).indexOf('\t'));
        run.lines()
                .forEach(line ->
                        assertEquals(1, line.chars().filter(c -> c == '\t').count(), line));
        assertEquals("", run.err());
    }

    @Test
    void aFrameThatIsNotThereIsRefused() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("c.dcm"));
        assertEquals(
                ExitCode.REFUSED, CliRun.of("pixels", image, "--frame", "2").exitCode());
    }

    @Test
    void jsonHasTheSameFacts() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("c.dcm"));
        Path text = Files.writeString(folder.resolve("d.txt"), "no");
        CliRun run = CliRun.of("pixels", "--json", image, text);
        JsonNode first = new ObjectMapper().readTree(run.lines().get(0));
        assertEquals(TestImage.ROWS, first.get("rows").asInt());
        assertEquals(
                CliRun.of("pixels", image).lines().getFirst().substring(0, 64),
                first.get("sha256").asText());
        JsonNode second = new ObjectMapper().readTree(run.lines().get(1));
        assertTrue(second.get("key").asText().startsWith("viewer."), second.toString());
    }

    /// Other programs' digests: DCMTK and GDCM, see the data's README. What is refused is another test's business;
    /// what is given must be right.
    @Test
    @Tag("slow")
    void digestsAreThoseOfOtherPrograms() throws IOException {
        Path data = SharedData.path("expected-pixels.tsv").getParent();
        Map<String, String> expected = new HashMap<>();
        List<Object> arguments = new ArrayList<>(List.of("pixels"));
        for (String line : Files.readAllLines(data.resolve("expected-pixels.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] fields = line.split("\t", -1);
            if (fields[10].equals("yes") && fields[11].equals("lossless")) {
                Path file = data.resolve(fields[0]);
                expected.put(file.toString(), fields[8]);
                arguments.add(file);
            }
        }
        CliRun run = CliRun.of(arguments.toArray());
        int given = 0;
        for (String line : run.lines()) {
            String[] fields = line.split("\t");
            if (fields[0].matches("[0-9a-f]{64}")) {
                assertEquals(expected.get(fields[1]), fields[0], fields[1]);
                given++;
            }
        }
        assertEquals(expected.size(), run.lines().size());
        assertTrue(given > 200, given + " digests");
    }
}
