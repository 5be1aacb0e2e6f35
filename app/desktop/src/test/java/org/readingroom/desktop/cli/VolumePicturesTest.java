package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fused planes, curved sheets and renderings of volumes whose values are known everywhere.
///
/// The volumes span x -10 to 40.4, y -20 to 3.5 and z 0 to 20 mm.
class VolumePicturesTest {
    @TempDir
    private Path folder;

    private Path ramp;
    private Path png;
    private Path raw;

    @BeforeEach
    void writeSeries() throws IOException {
        png = folder.resolve("picture.png");
        raw = folder.resolve("values.raw");
        ramp = series("ramp", z -> (x, y) -> 1024 + 10 * x + y + 100 * z);
    }

    private interface Slices {
        IntBinaryOperator at(int slice);
    }

    private Path series(String name, Slices slices) throws IOException {
        Path series = Files.createDirectory(folder.resolve(name));
        for (int k = 0; k < 11; k++) {
            new TestImage(2 * k, k + 1, true, slices.at(k)).writeTo(series.resolve(k + ".dcm"));
        }
        return series;
    }

    private static CliRun done(Object... line) {
        CliRun run = CliRun.of(line);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run;
    }

    // [utest->req~cli.mpr-fuse~1]
    @Test
    void theBrightestOfASecondSeriesCoversAsMuchAsItsOpacity() throws IOException {
        // 2000 HU for x from 12.4 mm on, the lowest elsewhere, which lets the first series through
        Path second = series("second", z -> (x, y) -> x >= 28 ? 3024 : 0);
        List<Object> cut = List.of("mpr", ramp, "--plane", "axial", "--at", "0,0,10", "--window", "500,1500");
        done(with(cut, "--out", png));
        BufferedImage alone = ImageIO.read(png.toFile());
        done(with(cut, "--fuse", second, "--fuse-window", "0,1000", "--opacity", "0.4", "--out", png));
        BufferedImage fused = ImageIO.read(png.toFile());
        assertEquals(alone.getWidth(), fused.getWidth());
        for (int y = 2; y < fused.getHeight() - 2; y++) {
            for (int x = 2; x < fused.getWidth() - 2; x++) {
                double mm = -10.4 + 0.5 * (x + 0.5) * (51.2 / 0.5) / fused.getWidth();
                if (Math.abs(mm - 12) < 1) {
                    continue;
                }
                for (int shift = 0; shift < 24; shift += 8) {
                    int before = alone.getRGB(x, y) >> shift & 0xFF;
                    // the last step of hot metal blue is white
                    double expected = mm > 12 ? 0.6 * before + 0.4 * 255 : before;
                    assertEquals(expected, fused.getRGB(x, y) >> shift & 0xFF, 1.01, x + ", " + y);
                }
            }
        }
    }

    // [utest->req~cli.mpr-fuse~1]
    @Test
    void seriesOfDifferentFramesOfReferenceAreNotFused() throws IOException {
        Path second = series("second", z -> (x, y) -> 0);
        for (int k = 0; k < 11; k++) {
            Path file = second.resolve(k + ".dcm");
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            Files.writeString(file, bytes.replace("2.25.77.1002", "2.25.77.1009"), StandardCharsets.ISO_8859_1);
        }
        CliRun run = CliRun.of("mpr", ramp, "--plane", "axial", "--fuse", second, "--out", png);
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertEquals(
                "readingroom mpr: The two series do not share a frame of reference: a place in one is none in the other\n",
                run.err());
        assertTrue(Files.notExists(png));
    }

    // [utest->req~cli.mpr-curve~1]
    @ParameterizedTest
    @ValueSource(strings = {"straightened", "stretched"})
    void everyElementOfACurvedSheetHasTheValueOfItsPlace(String kind) throws IOException {
        CliRun run = done(
                "mpr",
                ramp,
                "--curve",
                "2,-14,4;8,-9,8;17,-8,12;26,-4,15",
                "--kind",
                kind,
                "--across",
                "1,0.2,0",
                "--width",
                "12",
                "--spacing",
                "0.4",
                "--json",
                "--out",
                raw);
        JsonNode facts = new ObjectMapper().readTree(run.out());
        int columns = facts.get("columns").asInt();
        int rows = facts.get("rows").asInt();
        assertEquals(30, columns);
        FloatBuffer values = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        assertEquals(columns * rows, values.limit());
        int seen = 0;
        for (int row = 0; row < rows; row++) {
            JsonNode line = facts.get("lines").get(row);
            for (int column = 0; column < columns; column++) {
                double[] p = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    p[axis] = line.get("firstPixelMm").get(axis).asDouble()
                            + 0.4 * column * line.get("rowDirection").get(axis).asDouble();
                }
                boolean isInside = p[0] > -10 && p[0] < 40.4 && p[1] > -20 && p[1] < 3.5 && p[2] > 0 && p[2] < 20;
                if (isInside) {
                    double expected = 10 * (p[0] + 10) / 0.8 + (p[1] + 20) / 0.5 + 50 * p[2];
                    assertEquals(expected, values.get(row * columns + column), 0.05, row + ", " + column);
                    seen++;
                }
            }
        }
        assertTrue(seen > 1000, seen + " values");
        // the straight way between the ends is the least a straightened sheet can be long
        if (kind.equals("straightened")) {
            double chord = Math.sqrt(24 * 24 + 10 * 10 + 11 * 11);
            double length = facts.get("lengthMm").asDouble();
            assertTrue(length > chord && length < 1.1 * chord, length + " mm");
        }
        done("mpr", ramp, "--curve", "2,-14,4;8,-9,8;26,-4,15", "--kind", kind, "--out", png);
        assertTrue(ImageIO.read(png.toFile()).getHeight() > 20);
    }

    // [utest->req~cli.mpr-curve~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 1,1,1;1,1,1     | straightened | The points make no curve",
                "2 | 1,1,1;9,1,1     | stretched    | The points make no curve",
                "1 | 1,900,1;9,900,1 | straightened | The plane lies outside the volume"
            })
    void aCurveThatIsNoneOrOutsideIsRefused(int code, String points, String kind, String words) {
        CliRun run = CliRun.of("mpr", ramp, "--curve", points, "--kind", kind, "--out", raw);
        assertEquals(code, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("readingroom mpr: " + words), run.err());
        assertTrue(Files.notExists(raw));
    }

    // [utest->req~cli.scene~1]
    @ParameterizedTest
    @CsvSource({"'0,0', true", "'180,0', false", "'-180,0', false", "'10,5', true"})
    void theLeftOfThePatientIsOnTheRightUntilTurned(String turn, boolean isRight) throws IOException {
        // 1000 HU for x from 29.2 mm on, air elsewhere
        Path left = series("left", z -> (x, y) -> x >= 49 ? 2024 : 24);
        CliRun run = done("scene", left, "--turn", turn, "--size", "90x80", "--json", "--out", png);
        assertEquals(90, new ObjectMapper().readTree(run.out()).get("columns").asInt());
        BufferedImage picture = ImageIO.read(png.toFile());
        assertEquals(90, picture.getWidth());
        assertEquals(80, picture.getHeight());
        int[] lit = lit(picture);
        assertTrue(lit[isRight ? 1 : 0] > 50 && lit[isRight ? 0 : 1] == 0, lit[0] + " left, " + lit[1] + " right");
        // what is left of the box has nothing in it
        done("scene", left, "--turn", turn, "--clip", "-50,-50,-50;25,50,50", "--size", "90x80", "--out", png);
        int[] clipped = lit(ImageIO.read(png.toFile()));
        assertEquals(0, clipped[0] + clipped[1]);
    }

    /// Elements that are not black, left and right of the middle.
    private static int[] lit(BufferedImage picture) {
        int[] lit = new int[2];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                lit[2 * x / picture.getWidth()] += (picture.getRGB(x, y) & 0xFFFFFF) == 0 ? 0 : 1;
            }
        }
        return lit;
    }

    // [utest->req~cli.scene~1]
    @Test
    void aSceneThatCannotBeIsRefusedInWords() throws IOException {
        CliRun outside = CliRun.of("scene", ramp, "--clip", "100,0,0;120,10,10", "--out", png);
        assertEquals(ExitCode.REFUSED, outside.exitCode());
        assertEquals("readingroom scene: The box lies outside the volume\n", outside.err());
        Path one = Files.createDirectory(folder.resolve("one"));
        TestImage.ramp().writeTo(one.resolve("a.dcm"));
        CliRun flat = CliRun.of("scene", one, "--out", png);
        assertEquals(ExitCode.REFUSED, flat.exitCode());
        assertEquals("readingroom scene: too few slices to reformat\n", flat.err());
        assertEquals(
                ExitCode.REFUSED,
                CliRun.of("scene", folder.resolve("none"), "--out", png).exitCode());
        assertTrue(Files.notExists(png));
    }

    private static Object[] with(List<Object> line, Object... more) {
        List<Object> all = new ArrayList<>(line);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
