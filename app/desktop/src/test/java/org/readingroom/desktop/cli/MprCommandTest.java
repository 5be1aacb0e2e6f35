package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cuts of a volume whose value is `10·x / 0.8 + y / 0.5 + 50·z` and a constant: x, y, z in patient mm.
// [utest->req~cli.mpr~1]
class MprCommandTest {
    private static final int SLICES = 11;

    @TempDir
    private Path folder;

    private Path series;
    private Path raw;

    @BeforeEach
    void writeSeries() throws IOException {
        series = Files.createDirectory(folder.resolve("series"));
        raw = folder.resolve("cut.raw");
        for (int k = 0; k < SLICES; k++) {
            int z = k;
            // names do not follow positions
            new TestImage(2 * k, k + 1, true, (x, y) -> 1024 + 10 * x + y + 100 * z)
                    .writeTo(series.resolve((k * 7 % SLICES) + ".dcm"));
        }
    }

    /// The formula at a place in the patient; the series spans x -10 to 40.4, y -20 to 3.5, z 0 to 20.
    private static double formula(double x, double y, double z) {
        return 10 * (x + 10) / 0.8 + (y + 20) / 0.5 + 50 * z;
    }

    private record Cut(JsonNode facts, FloatBuffer values) {
        double at(int column, int row) {
            return values.get(row * columns() + column);
        }

        int columns() {
            return facts.get("columns").asInt();
        }

        int rows() {
            return facts.get("rows").asInt();
        }

        double[] vector(String name) {
            JsonNode node = facts.get(name);
            return new double[] {
                node.get(0).asDouble(), node.get(1).asDouble(), node.get(2).asDouble()
            };
        }

        double[] place(int column, int row) {
            double mm = facts.get("spacingMm").asDouble();
            double[] place = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                place[axis] = vector("firstPixelMm")[axis]
                        + column * mm * vector("rowDirection")[axis]
                        + row * mm * vector("columnDirection")[axis];
            }
            return place;
        }
    }

    private Cut cut(Object... options) throws IOException {
        List<Object> line = new ArrayList<>(List.of("mpr", series, "--json", "--out", raw));
        line.addAll(List.of(options));
        CliRun run = CliRun.of(line.toArray());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertEquals("", run.err());
        FloatBuffer values = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        Cut cut = new Cut(new ObjectMapper().readTree(run.out()), values);
        assertEquals(cut.columns() * cut.rows(), values.limit());
        return cut;
    }

    @ParameterizedTest
    @CsvSource({
        "axial,    '1,0,0', '0,1,0',  '12,-8,7'",
        "coronal,  '1,0,0', '0,0,-1', '12,-8,7'",
        "sagittal, '0,1,0', '0,0,-1', '12,-8,7'"
    })
    void namedPlanesHaveTheirDirectionsAndTheValuesOfTheFormula(String plane, String row, String column, String at)
            throws IOException {
        Cut cut = cut("--plane", plane, "--at", at);
        assertEquals(row, joined(cut.vector("rowDirection")));
        assertEquals(column, joined(cut.vector("columnDirection")));
        // the cut runs through --at: the coordinate across it is that of the point
        double[] through = Values.numbers(at, 3);
        double[] first = cut.vector("firstPixelMm");
        int across = plane.equals("axial") ? 2 : plane.equals("coronal") ? 1 : 0;
        assertEquals(through[across], first[across], 1e-9);
        // without --size the finest voxel edge, and the whole of the volume: 64 columns of 0.8, 48 rows of 0.5, 11 of 2
        assertEquals(0.5, cut.facts().get("spacingMm").asDouble(), 1e-12);
        double[] wholeMm = {51.2, 24, 22};
        assertEquals((int) Math.ceil(wholeMm[plane.equals("sagittal") ? 1 : 0] / 0.5 - 1e-6), cut.columns());
        assertEquals((int) Math.ceil(wholeMm[plane.equals("axial") ? 1 : 2] / 0.5 - 1e-6), cut.rows());
        holds(cut, 0, 700);
    }

    private static String joined(double[] v) {
        return Math.round(v[0]) + "," + Math.round(v[1]) + "," + Math.round(v[2]);
    }

    @Test
    void anObliquePlaneLooksAlongItsNormalWithUpAtTheTop() throws IOException {
        Cut cut = cut("--plane", "oblique", "--at", "12,-8,10", "--normal", "1,2,2", "--up", "0,0,5");
        double[] right = cut.vector("rowDirection");
        double[] down = cut.vector("columnDirection");
        double[] into = {1 / 3.0, 2 / 3.0, 2 / 3.0};
        // right x down = into; up is 0,0,1 less its part along the normal
        assertEquals(into[0], right[1] * down[2] - right[2] * down[1], 1e-9);
        assertEquals(into[1], right[2] * down[0] - right[0] * down[2], 1e-9);
        assertEquals(into[2], right[0] * down[1] - right[1] * down[0], 1e-9);
        double length = Math.sqrt(5) / 3;
        assertEquals(2 / 9.0 / length, down[0], 1e-9);
        assertEquals(4 / 9.0 / length, down[1], 1e-9);
        assertEquals(-5 / 9.0 / length, down[2], 1e-9);
        holds(cut, 0, 700);
    }

    @Test
    void withASizeThePointIsTheMiddleOfThePicture() throws IOException {
        Cut cut = cut("--plane", "coronal", "--at", "12,-8,7", "--size", "9x5", "--spacing", "0.4");
        assertEquals(9, cut.columns());
        double[] middle = cut.place(4, 2);
        assertEquals(12, middle[0], 1e-9);
        assertEquals(7, middle[2], 1e-9);
        assertEquals(formula(12, -8, 7), cut.at(4, 2), 0.02);
        holds(cut, 0, 45);
    }

    /// The formula falls or climbs evenly, so a slab's extremes lie on its faces and its mean in its middle.
    @ParameterizedTest
    @CsvSource({"mip, 1", "minip, -1", "mean, 0"})
    void aSlabReachesHalfItsThicknessToEitherSide(String mode, int side) throws IOException {
        Cut axial = cut("--plane", "axial", "--at", "12,-8,10", "--slab", "6", "--mode", mode);
        assertEquals(6, axial.facts().get("slabMm").asDouble());
        holds(axial, side * 3 * 50, 700);
        // across a coronal slab of 4 mm the formula changes by 2 for each mm of y
        Cut coronal = cut("--plane", "coronal", "--at", "12,-8,10", "--slab", "4", "--mode", mode);
        holds(coronal, side * 2 * 2, 700);
    }

    @Test
    void aSlabWithoutAModeIsTheMaximum() throws IOException {
        holds(cut("--plane", "axial", "--at", "12,-8,10", "--slab", "6"), 3 * 50, 700);
    }

    /// Between the outermost pixel centres the formula and `more`; half a voxel further on nothing at all.
    private static void holds(Cut cut, double more, int least) {
        int seen = 0;
        for (int row = 0; row < cut.rows(); row++) {
            for (int column = 0; column < cut.columns(); column++) {
                double[] p = cut.place(column, row);
                double beyondX = Math.max(-10 - p[0], p[0] - 40.4) / 0.8;
                double beyondY = Math.max(-20 - p[1], p[1] - 3.5) / 0.5;
                double beyondZ = Math.max(-p[2], p[2] - 20) / 2;
                double beyond = Math.max(beyondX, Math.max(beyondY, beyondZ));
                String where = "at " + p[0] + ", " + p[1] + ", " + p[2];
                if (beyond < -0.01) {
                    assertEquals(formula(p[0], p[1], p[2]) + more, cut.at(column, row), 0.05, where);
                    seen++;
                } else if (beyond > 0.51) {
                    assertTrue(Double.isNaN(cut.at(column, row)), where);
                }
            }
        }
        assertTrue(seen >= least, seen + " values");
    }

    @ParameterizedTest
    @CsvSource({"axial, '0,0,22'", "axial, '0,0,-1.5'", "coronal, '0,90,0'", "sagittal, '-60,0,0'"})
    void aPlaneOutsideTheVolumeIsRefusedAndNothingWritten(String plane, String at) throws IOException {
        CliRun run = CliRun.of("mpr", series, "--plane", plane, "--at", at, "--out", raw);
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertEquals("readingroom mpr: The plane lies outside the volume\n", run.err());
        assertTrue(Files.notExists(raw));
        CliRun small = CliRun.of(
                "mpr", series, "--plane", "axial", "--at", "80,0,4", "--size", "4x4", "--spacing", "1", "--out", raw);
        assertEquals(ExitCode.REFUSED, small.exitCode());
    }

    @Test
    void oneSliceMakesNoVolumeAndItIsSaid() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        TestImage.ramp().writeTo(one.resolve("a.dcm"));
        CliRun run = CliRun.of("mpr", one, "--plane", "axial", "--out", raw);
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertEquals("readingroom mpr: too few slices to reformat\n", run.err());
    }

    @Test
    void copiesOfAFileAreNoSecondSlices() throws IOException {
        Files.copy(series.resolve("3.dcm"), series.resolve("copy.dcm"));
        Files.copy(series.resolve("5.dcm"), series.resolve("another.dcm"));
        Cut cut = cut("--plane", "axial", "--at", "12,-8,7");
        assertEquals(SLICES, cut.facts().get("slices").asInt());
        assertEquals(0, cut.facts().get("warnings").size());
    }

    @Test
    void ofAMixedFolderItIsSaidWhatWasCutAndWhatWasNot() throws IOException {
        Files.writeString(series.resolve("letter.txt"), "not a picture");
        new TestImage(3, 99, false, (x, y) -> x).writeTo(series.resolve("without-place.dcm"));
        CliRun run = CliRun.of("mpr", series, "--plane", "axial", "--json", "--out", raw);
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertEquals(
                List.of(
                        "1 files passed over: not DICOM, or not to be read",
                        "2 display sets: cutting the largest, 11 slices of series 2.25.77.1001"),
                run.err().lines().toList());
        assertEquals(
                "2.25.77.1001",
                new ObjectMapper().readTree(run.out()).get("seriesInstanceUid").asText());
    }
}
