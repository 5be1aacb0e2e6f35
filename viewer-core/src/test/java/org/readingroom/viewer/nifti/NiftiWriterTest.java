package org.readingroom.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.FormulaSeries;
import org.readingroom.viewer.volume.VolumeAssembler;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;

/// Series whose value is a formula of the place in the patient, with no symmetry, so that no exchange and no mirror of
/// axes goes unseen; read by NumPy from the bytes.
// [utest->req~export.nifti~1]
class NiftiWriterTest {
    private static final ToDoubleFunction<Vec3> HU = p -> 3 * p.x() + 5 * p.y() + 7 * p.z() + 11;

    @TempDir
    Path folder;

    private static AssembledVolume assembled(FormulaSeries series) throws Exception {
        return VolumeAssembler.assemble(series.set(), series, Progress.IGNORED);
    }

    private static FormulaSeries stack(Vec3 row, Vec3 column, Vec3 step, double... places) {
        FormulaSeries series = new FormulaSeries(row, column, HU);
        for (double place : places) {
            series.slice(new Vec3(-40, 17, 90).plus(step.times(place)));
        }
        return series;
    }

    private static FormulaSeries axial(double... places) {
        return stack(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), places);
    }

    private List<String> read(NiftiWriter writer, boolean isPacked) throws Exception {
        Assumptions.assumeTrue(
                Tools.output("/usr/bin/python3", "-c", "import numpy; print(1)").equals("1\n"),
                "skipped: NumPy is not installed");
        Path file = folder.resolve(isPacked ? "v.nii.gz" : "v.nii");
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = isPacked ? new GZIPOutputStream(plain) : plain) {
            writer.write(out, Progress.IGNORED);
        }
        Path script = folder.resolve("nifti.py");
        try (InputStream stream = getClass().getResourceAsStream("nifti.py")) {
            Files.write(script, Objects.requireNonNull(stream).readAllBytes());
        }
        return Tools.output("/usr/bin/python3", script.toString(), file.toString())
                .lines()
                .toList();
    }

    /// The value at every voxel told is that of its place, by both ways in which the file tells places.
    private static void assertValuesLieInTheirPlaces(List<String> said, double tolerance) {
        assertEquals(28, said.size(), said.toString());
        for (String line : said.subList(1, 28)) {
            double[] n = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            for (int form = 0; form < 2; form++) {
                // right, anterior of NIfTI against left, posterior of DICOM
                Vec3 lps = new Vec3(-n[3 * form], -n[3 * form + 1], n[3 * form + 2]);
                assertEquals(HU.applyAsDouble(lps), n[6], tolerance, line);
            }
        }
    }

    @Test
    void axialValuesLieInTheirPlaces() throws Exception {
        List<String> said = read(NiftiWriter.of(List.of(assembled(axial(0, 2.5, 5, 7.5))), false), false);
        assertEquals("3 24 20 4 1 4 2 1 1 1.000 0.000", said.getFirst());
        // the first pixel of the first slice lies 40 mm to the right and 17 mm behind: +40, -17
        assertTrue(said.get(1).startsWith("40.0000 -17.0000 90.0000 40.0000 -17.0000 90.0000"), said.get(1));
        assertValuesLieInTheirPlaces(said, 0.51);
    }

    @Test
    void everyOrientationLiesInItsPlace() throws Exception {
        Vec3 r = new Vec3(1, 0, 0);
        Vec3 p = new Vec3(0, 1, 0);
        Vec3 s = new Vec3(0, 0, 1);
        double c = Math.cos(0.4);
        double d = Math.sin(0.4);
        Vec3[][] all = {
            {p, s.times(-1), r}, // sagittal
            {r, s.times(-1), p}, // coronal
            {r.times(-1), p.times(-1), s}, // prone
            {p.times(-1), r, s},
            {new Vec3(c, d, 0), new Vec3(0, 0, -1), new Vec3(-d, c, 0)}, // oblique
        };
        for (Vec3[] axes : all) {
            List<String> said =
                    read(NiftiWriter.of(List.of(assembled(stack(axes[0], axes[1], axes[2], 0, 3, 6))), false), true);
            assertValuesLieInTheirPlaces(said, 0.51);
        }
    }

    @Test
    void timesMakeTheFourthDimension() throws Exception {
        AssembledVolume one = assembled(axial(0, 2, 4));
        List<String> said = read(NiftiWriter.of(List.of(one, one, one), false), false);
        assertTrue(said.getFirst().startsWith("4 24 20 3 3 4 2"), said.getFirst());
        assertValuesLieInTheirPlaces(said, 0.51);
        assertEquals(
                "viewer.nifti.grids-differ",
                assertThrows(
                                NiftiException.class,
                                () -> NiftiWriter.of(List.of(one, assembled(axial(0, 2, 4, 6))), false))
                        .messageKey());
    }

    @Test
    void unevenAndSlantedSlicesAreRefusedUnlessAsked() throws Exception {
        AssembledVolume uneven = assembled(axial(0, 2, 5, 6));
        assertEquals("viewer.nifti.uneven", refusal(uneven));
        assertValuesLieInTheirPlaces(read(NiftiWriter.of(List.of(uneven), true), false), 1);
        AssembledVolume gaps = assembled(axial(0, 2, 6, 8));
        assertEquals("viewer.nifti.uneven", refusal(gaps));
        AssembledVolume tilted =
                assembled(stack(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0.2, 1), 0, 4, 8, 12));
        assertEquals("viewer.nifti.tilted", refusal(tilted));
    }

    private static String refusal(AssembledVolume volume) {
        return assertThrows(NiftiException.class, () -> NiftiWriter.of(List.of(volume), false))
                .messageKey();
    }

    @Test
    void straightenedSlicesHoldTheirValuesInTheirPlaces() throws Exception {
        AssembledVolume tilted =
                assembled(stack(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0.2, 1), 0, 4, 8, 12));
        List<String> said = read(NiftiWriter.of(List.of(tilted), true), false);
        // 12 mm up the slices have moved 2.4 mm back: not quite two rows of 1.25 mm
        assertTrue(said.getFirst().startsWith("3 24 22 4 1 4"), said.getFirst());
        // the first pixel of all
        double lowest = HU.applyAsDouble(new Vec3(-40, 17, 90));
        int inside = 0;
        for (String line : said.subList(1, 28)) {
            double[] n = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertArrayEquals(Arrays.copyOfRange(n, 0, 3), Arrays.copyOfRange(n, 3, 6), 1e-3, "no slant is left");
            double height = n[2] - 90;
            double behind = -n[1] - (17 + 0.2 * height);
            boolean isInside = behind > -1e-3 && behind < 19 * FormulaSeries.ROW_MM + 1e-3;
            double wanted = isInside ? HU.applyAsDouble(new Vec3(-n[0], -n[1], n[2])) : lowest;
            assertEquals(wanted, n[6], 1.01, line);
            inside += isInside ? 1 : 0;
        }
        assertEquals(12, inside, "row 7 of every slice, row 0 of the first");
    }

    @Test
    void aCancelledWriteStops() throws Exception {
        NiftiWriter writer = NiftiWriter.of(List.of(assembled(axial(0, 2, 4))), false);
        Progress cancelled = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> writer.write(new ByteArrayOutputStream(), cancelled));
    }
}
