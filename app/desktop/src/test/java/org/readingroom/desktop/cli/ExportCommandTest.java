package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ExportCommandTest {
    private static final String STUDY = "2.25.77.1000";

    @TempDir
    Path folder;

    private CliRun demo(String user, Object... arguments) {
        Object[] all = new Object[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--demo";
        all[arguments.length + 1] = "--home";
        all[arguments.length + 2] = folder.resolve("home");
        all[arguments.length + 3] = "--user";
        all[arguments.length + 4] = user;
        return CliRun.of(all);
    }

    // [utest->req~cli.export~1]
    // [utest->req~export.gate~1]
    @Test
    void aStudyLeavesInEveryFormAndWhoMayNotIsRefused() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < 3; i++) {
            new TestImage(i, i + 1, true, (x, y) -> x + y).writeTo(in.resolve(i + ".dcm"));
        }
        assertEquals(ExitCode.DONE, demo("senior", "import", in).exitCode());
        Path out = folder.resolve("out");

        CliRun plain = demo("senior", "export", STUDY, "--as", "dicom", "--out", out);
        assertEquals(ExitCode.DONE, plain.exitCode(), plain.err());
        assertTrue(plain.out().strip().endsWith("\t3"), plain.out());

        CliRun refused = demo("resident", "export", STUDY, "--as", "zip", "--out", out);
        assertEquals(ExitCode.REFUSED, refused.exitCode());
        assertFalse(Files.exists(out.resolve("EXPORT.zip")));

        CliRun without = demo(
                "resident",
                "export",
                STUDY,
                "--as",
                "dicomdir",
                "--out",
                out,
                "--deidentify",
                "--looked-at",
                "--keep",
                "retain-modified-dates");
        assertEquals(ExitCode.DONE, without.exitCode(), without.err());
        try (Stream<Path> files = Files.walk(out.resolve("EXPORT-2"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(STUDY));
            }
        }

        CliRun pictures = demo("senior", "export", STUDY, "--as", "png", "--out", out);
        assertEquals(ExitCode.DONE, pictures.exitCode(), pictures.err());
        List<String> lines = pictures.out().lines().toList();
        Path first = Path.of(lines.getFirst().split("\t")[0]).resolve("00001.png");
        BufferedImage picture = ImageIO.read(first.toFile());
        assertTrue(picture.getWidth() > 1 && picture.getRaster().getNumBands() == 1);

        assertEquals(
                2,
                demo("senior", "export", STUDY, "--as", "dicom", "--out", out, "--keep", "all")
                        .exitCode());
    }
}
