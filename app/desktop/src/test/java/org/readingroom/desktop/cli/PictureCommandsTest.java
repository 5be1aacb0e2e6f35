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
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures and numbers of slices that are formulas of their place.
class PictureCommandsTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.measure~1]
    @Test
    void aLengthIsInTrueMillimetres() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        // 30 columns of 0.8 mm and 20 rows of 0.5 mm: hypot(24, 10) = 26
        assertEquals(
                "length\t26.0000\tmm\n",
                CliRun.of("measure", image, "--length", "5,5,35,25").out());
    }

    @Test
    void anAngleIsThatOfTheTrueShape() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        // arms (8, 0) and (8, 8) mm: 10 columns, and 10 columns with 16 rows
        assertEquals(
                "angle\t45.0000\tdeg\n",
                CliRun.of("measure", image, "--angle", "20,5,10,5,20,21").out());
    }

    @Test
    void anEllipseGivesAreaAndValues() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        CliRun run = CliRun.of("measure", "--json", image, "--ellipse", "30,20,10,8");
        JsonNode numbers = new ObjectMapper().readTree(run.out()).get("measurements");
        assertEquals(Math.PI * 10 * 0.8 * 8 * 0.5, value(numbers, "area"), 1e-6);
        // the ramp is 10 HU a column and 1 HU a row: the mean is the value at the centre, the extremes lie on the axis
        assertEquals(10 * 30 + 20, value(numbers, "mean"), 1e-9);
        assertEquals(10 * 20 + 20, value(numbers, "minimum"), 1e-9);
        assertEquals(10 * 40 + 20, value(numbers, "maximum"), 1e-9);
    }

    @Test
    void jsonSaysWhereTheScaleComesFrom() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        JsonNode patient = new ObjectMapper()
                .readTree(CliRun.of("measure", "--json", image, "--length", "0,0,3,4")
                        .out());
        assertEquals("patient", patient.at("/scale/source").asText());
        assertEquals(0.5, patient.at("/scale/rowMm").asDouble());
        assertEquals(0.8, patient.at("/scale/columnMm").asDouble());
        Path bare = new TestImage(0, 1, false, (x, y) -> x).writeTo(folder.resolve("b.dcm"));
        JsonNode none = new ObjectMapper()
                .readTree(CliRun.of("measure", "--json", bare, "--length", "0,0,3,4")
                        .out());
        assertEquals("none", none.at("/scale/source").asText());
        assertEquals("{pixels}", none.at("/measurements/0/unit").asText());
        assertEquals("viewer.scale.none", none.at("/caveats/0").asText());
    }

    @Test
    void withoutGeometryLengthsAreInPixelsAndItIsSaid() throws IOException {
        Path image = new TestImage(0, 1, false, (x, y) -> x).writeTo(folder.resolve("a.dcm"));
        CliRun run = CliRun.of("measure", image, "--length", "0,0,3,4");
        assertEquals("length\t5.0000\t{pixels}\n", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    // [utest->req~cli.render~1]
    @Test
    void aRenderedPixelIsTheGreyOfTheStandard() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        Path png = folder.resolve("a.png");
        // drawn at 64 x 30 elements of 0.8 mm: true shape, the whole frame
        CliRun run = CliRun.of("render", image, "--window", "320,640", "--size", "64x30", "--out", png);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        BufferedImage picture = ImageIO.read(png.toFile());
        assertEquals(64, picture.getWidth());
        // element row 12 lies at row (12.5 * 0.8 / 0.5) - 0.5 = 19.5 of the frame
        for (int column : new int[] {0, 20, 40, 63}) {
            double hu = 10 * column + 19.5;
            double grey = Math.clamp((hu - 319.5) / 639 + 0.5, 0, 1) * 255;
            assertEquals(grey, picture.getRGB(column, 12) & 0xFF, 1, "column " + column);
        }
    }

    // [utest->req~cli.mpr~1]
    @Test
    void aCoronalCutHasTheValuesOfTheFormula() throws IOException {
        for (int i = 0; i < 10; i++) {
            int z = i;
            new TestImage(2 * i, i + 1, true, (x, y) -> 1024 + 10 * x + y + 100 * z)
                    .writeTo(folder.resolve(i + ".dcm"));
        }
        Path raw = folder.resolve("cut.raw");
        // row 24 lies at y = -20 + 24 * 0.5 = -8
        CliRun run = CliRun.of("mpr", folder, "--plane", "coronal", "--at", "-10,-8,0", "--json", "--out", raw);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        JsonNode place = new ObjectMapper().readTree(run.out());
        int columns = place.get("columns").asInt();
        double mm = place.get("spacingMm").asDouble();
        FloatBuffer values = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        assertEquals(columns * place.get("rows").asInt(), values.limit());
        int checked = 0;
        for (int row = 0; row < place.get("rows").asInt(); row++) {
            for (int column = 0; column < columns; column++) {
                double x = place.get("firstPixelMm").get(0).asDouble() + column * mm;
                double z = place.get("firstPixelMm").get(2).asDouble() - row * mm;
                double i = (x + 10) / 0.8;
                double k = z / 2;
                float value = values.get(row * columns + column);
                if (i >= 0 && i <= 63 && k >= 0 && k <= 9) {
                    assertEquals(10 * i + 24 + 100 * k, value, 0.01, "at " + x + ", " + z);
                    checked++;
                }
            }
        }
        assertTrue(checked > 500, checked + " values");
    }

    @Test
    void aFolderWithoutGeometryMakesNoVolume() throws IOException {
        for (int i = 0; i < 3; i++) {
            new TestImage(0, i + 1, false, (x, y) -> x).writeTo(folder.resolve(i + ".dcm"));
        }
        CliRun run = CliRun.of("mpr", folder, "--plane", "axial", "--out", folder.resolve("a.png"));
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(!Files.exists(folder.resolve("a.png")));
    }

    // [utest->req~cli.dump~1]
    @Test
    void dumpIsDicomJson() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        JsonNode json = new ObjectMapper().readTree(CliRun.of("dump", image).out());
        assertEquals("测试^体模", json.at("/00100010/Value/0/Ideographic").asText());
        assertEquals(TestImage.COLUMNS, json.at("/00280011/Value/0").asInt());
    }

    @Test
    void aFaultDoesNotTellThePatient() throws IOException {
        Path image = TestImage.ramp().writeTo(folder.resolve("a.dcm"));
        byte[] cut = java.util.Arrays.copyOf(Files.readAllBytes(image), 900);
        Path broken = Files.write(folder.resolve("broken.dcm"), cut);
        for (CliRun run :
                new CliRun[] {CliRun.of("pixels", broken), CliRun.of("render", broken, "--out", folder.resolve("b.png"))
                }) {
            assertEquals(ExitCode.REFUSED, run.exitCode());
            assertTrue(!(run.out() + run.err()).contains("PHANTOM-77"), run.out() + run.err());
        }
    }

    private static double value(JsonNode numbers, String quantity) {
        for (JsonNode number : numbers) {
            if (number.get("quantity").asText().equals(quantity)) {
                return number.get("value").asDouble();
            }
        }
        throw new AssertionError("no " + quantity + " in " + numbers);
    }
}
