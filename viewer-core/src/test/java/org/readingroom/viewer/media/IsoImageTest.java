package org.readingroom.viewer.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.task.Progress;

/// Read again by xorriso, which knows nothing of us.
// [utest->req~export.iso~1]
class IsoImageTest {
    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private Path disc;

    /// More files than records fit a sector, sizes about the sector's, a deeper folder, an empty one.
    @BeforeEach
    void fill() throws IOException {
        disc = Files.createDirectories(folder.resolve("disc"));
        Random random = new Random(7);
        Path deep = Files.createDirectories(disc.resolve("DICOM/D0000000"));
        Files.createDirectories(disc.resolve("DICOM/EMPTY"));
        for (int i = 0; i < 150; i++) {
            byte[] bytes = new byte
                    [switch (i % 5) {
                        case 0 -> 0;
                        case 1 -> 2047;
                        case 2 -> 2048;
                        case 3 -> 2049;
                        default -> random.nextInt(20_000);
                    }];
            random.nextBytes(bytes);
            Files.write(deep.resolve("I%07d".formatted(i)), bytes);
        }
        Files.writeString(disc.resolve("DICOMDIR"), "index");
        Files.writeString(disc.resolve("README.TXT"), "read me");
    }

    private Path image() throws IOException {
        IsoImage image = IsoImage.of(disc, "READINGROOM", MADE);
        Path file = folder.resolve("disc.iso");
        try (OutputStream out = Files.newOutputStream(file)) {
            image.write(out, Progress.IGNORED);
        }
        assertEquals(image.bytes(), Files.size(file));
        return file;
    }

    @Test
    void xorrisoFindsEveryFileWithItsBytes() throws Exception {
        Path out = folder.resolve("out");
        String said = Tools.output(
                "xorriso",
                "-report_about",
                "WARNING",
                "-osirrox",
                "on",
                "-indev",
                image().toString(),
                "-extract",
                "/",
                out.toString());
        assertFalse(said.contains("FAILURE") || said.contains("WARNING"), said);
        List<Path> wanted = tree(disc);
        assertEquals(wanted, tree(out));
        for (Path each : wanted) {
            if (Files.isRegularFile(disc.resolve(each))) {
                assertArrayEquals(Files.readAllBytes(disc.resolve(each)), Files.readAllBytes(out.resolve(each)));
            }
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(root::relativize).sorted().toList();
        }
    }

    @Test
    void theVolumeTellsItsName() throws Exception {
        String said = Tools.output("xorriso", "-indev", image().toString(), "-pvd_info");
        assertTrue(said.contains("Volume Id    : READINGROOM"), said);
        assertTrue(said.contains("Creation Time: 2026030209000000"), said);
    }

    @Test
    void namesThatDiscsDoNotAllowAreRefused() throws Exception {
        Files.writeString(disc.resolve("readme.txt"), "small letters");
        assertThrows(IOException.class, () -> IsoImage.of(disc, "READINGROOM", MADE));
    }
}
