package org.readingroom.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.testing.SharedData;

/// Pictures of real files against DCMTK's `dcm2pnm`, `dcmj2pnm` and `dcml2pnm`, which draw them independently.
///
/// Left out: what DCMTK cannot read, what it reads without looking into functional groups, pixels that are not square
/// (it
/// does not stretch them), values whose slope its arithmetic rounds to nothing.
@Tag("slow")
// [utest->req~cli.render~1]
class RenderTruthTest {
    private static final int FUNCTIONAL_GROUPS = 0x52009230;

    /// DCMTK cuts fractions of a grey off where we round.
    private static final int GREY_TOLERANCE = 1;

    /// Its colour tables round twice.
    private static final int YBR_TOLERANCE = 2;

    @TempDir
    private Path folder;

    @BeforeAll
    static void dcmtk() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcm2pnm")), "skipped: DCMTK is not installed");
    }

    @Test
    void picturesAreThoseOfAnotherProgram() throws Exception {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (Stream<Path> files = Files.list(SharedData.path("modality"))) {
            for (Path file : files.sorted().toList()) {
                Optional<String> verdict = compare(file);
                compared += verdict.isPresent() ? 1 : 0;
                verdict.filter(words -> !words.isEmpty()).ifPresent(wrong::add);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).as("files that both programs drew").isGreaterThanOrEqualTo(30);
    }

    // [utest->req~display.overlays~1]
    @Test
    void overlaysLieOnTheSamePixels() throws Exception {
        Map<String, Integer> marked = new HashMap<>();
        for (String name : List.of("mr-overlay-plane.dcm", "sc-overlay.dcm")) {
            Path file = SharedData.path("modality").resolve(name);
            int[][] theirs = theirs(file, "+Wm", "+O", "0").orElseThrow();
            int[][] bare = theirs(file, "+Wm", "-O").orElseThrow();
            int[][] ours = ours(file, "--voi", "0").orElseThrow();
            for (int y = 0; y < ours.length; y++) {
                for (int x = 0; x < ours[y].length; x++) {
                    boolean isMarked = (ours[y][x] >> 16 & 0xFF) != (ours[y][x] & 0xFF);
                    if (isMarked) {
                        assertThat(theirs[y][x]).as(name + " at " + x + "," + y).isEqualTo(0xFFFFFF);
                        marked.merge(name, 1, Integer::sum);
                    } else {
                        assertThat(theirs[y][x]).as(name + " at " + x + "," + y).isEqualTo(bare[y][x]);
                    }
                }
            }
        }
        assertThat(marked)
                .hasSize(2)
                .allSatisfy((name, count) -> assertThat(count).isGreaterThan(300));
    }

    /// The same monitor file, DCMTK's own, given to both: driving levels agree but for the rounding of curves.
    // [utest->req~view.gsdf~1]
    @Test
    void drivingLevelsAreThoseOfAnotherProgram() throws Exception {
        Path monitor = Path.of("/usr/share/dcmtk/monitor.lut");
        assumeTrue(Files.exists(monitor), "skipped: DCMTK's monitor file is not here");
        Path file = SharedData.path("modality").resolve("sc-ct-ankle.dcm");
        int[][] plain = theirs(file, "+Wi", "1", "-O").orElseThrow();
        int[][] theirs =
                theirs(file, "+Wi", "1", "-O", "+Dm", monitor.toString()).orElseThrow();
        int[][] ours =
                ours(file, "--no-overlays", "--display", monitor.toString()).orElseThrow();
        assertThat(difference(file, plain, theirs, 10))
                .as("the curve changes the picture")
                .isNotEmpty();
        assertThat(difference(file, ours, theirs, 2)).isEmpty();
    }

    // [utest->req~cli.pattern~1]
    @Test
    void thePatternHasTheSizeAskedFor() throws IOException {
        Path png = folder.resolve("pattern.png");
        assertThat(CliRun.of("pattern", "--size", "640x400", "--out", png).exitCode())
                .isEqualTo(ExitCode.DONE);
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(400);
        assertThat(CliRun.of("pattern", "--size", "100x100", "--out", png).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    /// Nothing when the file is not comparable, empty when both agree, else what differs.
    private Optional<String> compare(Path file) throws Exception {
        DataSet data = DicomReader.read(file).dataSet();
        if (data.contains(FUNCTIONAL_GROUPS) || data.decimal(0x00281053).orElse(1) < 1e-6 || !isSquare(data)) {
            return Optional.empty();
        }
        boolean windowed = data.contains(0x00281050);
        boolean mapped = data.contains(0x00283010);
        boolean eight = data.integer(0x00280101).orElse(16) <= 8 && !data.contains(0x00281053);
        List<String> asked = new ArrayList<>(List.of("-O"));
        if (windowed || mapped) {
            asked.addAll(List.of(windowed ? "+Wi" : "+Wl", "1"));
        } else if (!eight || data.contains(0x00283000)) {
            asked.add("+Wm");
        }
        Optional<int[][]> theirs = theirs(file, asked.toArray(String[]::new));
        Optional<int[][]> ours = windowed || mapped || asked.size() == 1
                ? ours(file, "--no-overlays", "--no-shutter", "--mask", "off")
                : ours(file, "--no-overlays", "--no-shutter", "--mask", "off", "--voi", "0");
        if (theirs.isEmpty() || ours.isEmpty()) {
            return Optional.empty();
        }
        boolean ybr = data.string(0x00280004).orElse("").startsWith("YBR");
        return Optional.of(difference(file, ours.get(), theirs.get(), ybr ? YBR_TOLERANCE : GREY_TOLERANCE));
    }

    private static boolean isSquare(DataSet data) {
        for (int tag : new int[] {0x00280030, 0x00280034, 0x00181164}) {
            double[] pair = data.decimals(tag);
            if (pair.length == 2 && pair[0] != pair[1]) {
                return false;
            }
        }
        return true;
    }

    private static String difference(Path file, int[][] ours, int[][] theirs, int tolerance) {
        if (ours.length != theirs.length || ours[0].length != theirs[0].length) {
            return file.getFileName() + ": another size";
        }
        int most = 0;
        int beyond = 0;
        for (int y = 0; y < ours.length; y++) {
            for (int x = 0; x < ours[y].length; x++) {
                int here = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    here = Math.max(here, Math.abs((ours[y][x] >> shift & 0xFF) - (theirs[y][x] >> shift & 0xFF)));
                }
                most = Math.max(most, here);
                beyond += here > tolerance ? 1 : 0;
            }
        }
        return most <= tolerance ? "" : file.getFileName() + ": by up to " + most + " in " + beyond + " pixels";
    }

    private Optional<int[][]> ours(Path file, String... options) throws IOException {
        Path png = folder.resolve("ours.png");
        Files.deleteIfExists(png);
        List<Object> arguments = new ArrayList<>(List.of("render", file, "--out", png));
        arguments.addAll(List.of(options));
        if (CliRun.of(arguments.toArray()).exitCode() != ExitCode.DONE) {
            return Optional.empty();
        }
        BufferedImage picture = ImageIO.read(png.toFile());
        int[][] rgb = new int[picture.getHeight()][];
        for (int y = 0; y < rgb.length; y++) {
            rgb[y] = picture.getRGB(0, y, picture.getWidth(), 1, null, 0, picture.getWidth());
            for (int x = 0; x < rgb[y].length; x++) {
                rgb[y][x] &= 0xFFFFFF;
            }
        }
        return Optional.of(rgb);
    }

    private Optional<int[][]> theirs(Path file, String... options) throws Exception {
        Path out = folder.resolve("theirs.pnm");
        for (String program : List.of("dcm2pnm", "dcmj2pnm", "dcml2pnm")) {
            Files.deleteIfExists(out);
            List<String> command = new ArrayList<>(List.of(program, "-q", "+op", file.toString(), out.toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0 && Files.exists(out)) {
                return Optional.of(pnm(out));
            }
        }
        return Optional.empty();
    }

    private static int[][] pnm(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            boolean isColour = word(in).equals("P6");
            int width = Integer.parseInt(word(in));
            int height = Integer.parseInt(word(in));
            word(in);
            int[][] rgb = new int[height][width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int first = in.readUnsignedByte();
                    rgb[y][x] = isColour
                            ? first << 16 | in.readUnsignedByte() << 8 | in.readUnsignedByte()
                            : first * 0x010101;
                }
            }
            return rgb;
        }
    }

    private static String word(DataInputStream in) throws IOException {
        StringBuilder word = new StringBuilder();
        while (true) {
            char c = (char) in.readUnsignedByte();
            if (c == '#') {
                while (in.readUnsignedByte() != '\n') {
                    // a remark
                }
            } else if (Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    return word.toString();
                }
            } else {
                word.append(c);
            }
        }
    }
}
