package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.FormulaSeries;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;
import org.readingroom.viewer.volume.VolumeException;

/// From the headers of a series to the values of a cut: whatever the order, tilt, spacing and side of the slices, a
/// cut shows at every place of the patient what was taken there.
///
/// The formula changes by 40 HU in every millimetre of every axis, so the tolerance of 2 HU stands for 0.05 mm:
/// far below half a voxel.
// [utest->req~volume.true-positions~1]
// [utest->req~view.reformat-planes~1]
// [utest->req~view.reformat-values~1]
class SeriesReformatTest {
    private static final double TOLERANCE_HU = 2;
    private static final ViewResolver.Look LOOK = new ViewResolver.Look(
            Voi.Window.linear(40, 400), false, new DataPresentation(null, false, Palettes.GREY, Interpolation.LINEAR));

    /// `heights` lie along the normal; `lean` is how far each millimetre of height shifts the slices sideways.
    private record Acquisition(
            String name, Vec3 row, Vec3 column, Vec3 lean, double[] heights, List<String> warningKeys) {
        @Override
        public String toString() {
            return name;
        }

        List<Vec3> positions() {
            Vec3 normal = row.cross(column);
            List<Vec3> positions = new ArrayList<>();
            for (double height : heights) {
                positions.add(new Vec3(-9, 4, -17).plus(normal.times(height)).plus(lean.times(height)));
            }
            return positions;
        }
    }

    private static double formula(Vec3 p) {
        return 40 * p.x() - 40 * p.y() + 40 * p.z() + 11;
    }

    static Stream<Acquisition> acquisitions() {
        double[] even = {0, 2.5, 5, 7.5, 10, 12.5, 15, 17.5};
        double[] uneven = {0, 1.08, 3.5, 7.1, 9.2, 14.9, 21.9};
        double[] gap = {0, 2, 4, 6, 12, 14, 16};
        double[] doubled = {0, 2, 4, 4, 6, 8, 8.004, 10};
        List<String> none = List.of();
        Vec3 x = new Vec3(1, 0, 0);
        Vec3 y = new Vec3(0, 1, 0);
        Vec3 z = new Vec3(0, 0, 1);
        Vec3 slantedRow = new Vec3(0.8, 0.5, -0.3).unit();
        Vec3 slantedColumn = slantedRow.cross(new Vec3(0.1, 0.2, 1)).unit();
        double tilt = Math.toRadians(18.5);
        // a tilted gantry: the plane leans about x, the table still moves along z
        Vec3 tiltedColumn = new Vec3(0, Math.cos(tilt), -Math.sin(tilt));
        Vec3 normal = x.cross(tiltedColumn);
        Vec3 alongTable = z.times(1 / z.dot(normal)).minus(normal);
        Vec3 otherColumn = new Vec3(0, Math.cos(tilt), Math.sin(tilt));
        Vec3 otherNormal = x.cross(otherColumn);
        Vec3 otherTable = z.times(1 / z.dot(otherNormal)).minus(otherNormal);
        List<String> tilted = List.of("viewer.volume.tilted");
        return Stream.of(
                new Acquisition("axial, head first supine", x, y, Vec3.ZERO, even, none),
                new Acquisition("axial, prone", x.times(-1), y.times(-1), Vec3.ZERO, even, none),
                new Acquisition("axial, feet first supine", x.times(-1), y, Vec3.ZERO, even, none),
                new Acquisition("axial, feet first prone", x, y.times(-1), Vec3.ZERO, even, none),
                new Acquisition("axial, decubitus right", y, x.times(-1), Vec3.ZERO, even, none),
                new Acquisition("axial, decubitus left", y.times(-1), x, Vec3.ZERO, even, none),
                new Acquisition("axial, rows and columns exchanged", y, x, Vec3.ZERO, even, none),
                new Acquisition("coronal", x, z.times(-1), Vec3.ZERO, even, none),
                new Acquisition("coronal, seen from behind", x.times(-1), z.times(-1), Vec3.ZERO, even, none),
                new Acquisition("sagittal", y, z.times(-1), Vec3.ZERO, even, none),
                new Acquisition("sagittal, seen from the right", y.times(-1), z.times(-1), Vec3.ZERO, even, none),
                new Acquisition("double oblique", slantedRow, slantedColumn, Vec3.ZERO, even, none),
                new Acquisition("gantry tilt", x, tiltedColumn, alongTable, even, tilted),
                new Acquisition("gantry tilt the other way", x, otherColumn, otherTable, even, tilted),
                new Acquisition("uneven", x, y, Vec3.ZERO, uneven, List.of("viewer.volume.uneven")),
                new Acquisition(
                        "uneven and oblique",
                        slantedRow,
                        slantedColumn,
                        Vec3.ZERO,
                        uneven,
                        List.of("viewer.volume.uneven")),
                new Acquisition(
                        "uneven and tilted",
                        x,
                        tiltedColumn,
                        alongTable,
                        uneven,
                        List.of("viewer.volume.tilted", "viewer.volume.uneven")),
                new Acquisition("gap", y, z.times(-1), Vec3.ZERO, gap, List.of("viewer.volume.gaps")),
                new Acquisition("doubled slices", x, y, Vec3.ZERO, doubled, List.of("viewer.volume.duplicates")));
    }

    @ParameterizedTest
    @MethodSource("acquisitions")
    void everyCutShowsWhatWasTakenThere(Acquisition taken) throws WorkstationException {
        List<Vec3> positions = taken.positions();
        List<Vec3> shuffled = new ArrayList<>(positions);
        Collections.shuffle(shuffled, new Random(7));
        for (List<Vec3> order : List.of(positions, positions.reversed(), shuffled)) {
            FormulaSeries series = new FormulaSeries(taken.row(), taken.column(), SeriesReformatTest::formula);
            order.forEach(series::slice);
            AssembledVolume assembled = VolumeAssembler.assemble(series.set(), series, Progress.IGNORED);
            assertEquals(taken.warningKeys(), assembled.warningKeys());
            Volume volume = assembled.volume();
            for (PlaneKind kind : List.of(PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL)) {
                cut(taken, series, volume, ReformatRequest.plane(kind, volume, volume.centre()), kind.name());
            }
            ViewPlane oblique = ReformatRequest.plane(volume.centre(), new Vec3(1, -2, 1.5), new Vec3(0.2, 0, 1));
            cut(taken, series, volume, oblique, "oblique");
        }
    }

    /// Compares every element of the cut that lies between the centres of the outermost pixels.
    private static void cut(Acquisition taken, FormulaSeries series, Volume volume, ViewPlane plane, String name) {
        ReformatRequest request = ReformatRequest.covering(volume, plane, Slab.THIN);
        ResolvedView view = request.resolve(volume, LOOK);
        ModalityImage image = ModalitySampler.sample(view);
        int seen = 0;
        int outside = 0;
        for (int j = 0; j < request.height(); j++) {
            for (int i = 0; i < request.width(); i++) {
                // where the request says the element lies, not where the renderer thinks
                Vec3 p = request.plane()
                        .centre()
                        .plus(request.plane().right().times((i - (request.width() - 1) / 2.0) * request.mmPerElement()))
                        .plus(request.plane()
                                .down()
                                .times((j - (request.height() - 1) / 2.0) * request.mmPerElement()));
                double[] index = index(taken, p);
                double out = Math.max(
                        Math.max(out(index[0], FormulaSeries.COLUMNS), out(index[1], FormulaSeries.ROWS)), index[2]);
                if (out < -0.01) {
                    assertEquals(formula(p), image.value(i, j), TOLERANCE_HU, name + " at " + i + ", " + j);
                    seen++;
                } else if (out > 0.51) {
                    assertTrue(Float.isNaN(image.value(i, j)), name + " has a value outside, at " + i + ", " + j);
                    outside++;
                }
            }
        }
        assertTrue(seen > 40, name + " saw only " + seen + " elements inside, " + outside + " outside");
    }

    /// Column, row, and how far beyond the outermost slice in steps of the thinnest interval.
    private static double[] index(Acquisition taken, Vec3 p) {
        Vec3 normal = taken.row().cross(taken.column());
        List<Vec3> positions = taken.positions();
        double height = p.minus(positions.getFirst()).dot(normal);
        double top = taken.heights()[taken.heights().length - 1];
        Vec3 origin = positions.getFirst().plus(normal.plus(taken.lean()).times(height));
        Vec3 inPlane = p.minus(origin);
        return new double[] {
            inPlane.dot(taken.row()) / FormulaSeries.COLUMN_MM,
            inPlane.dot(taken.column()) / FormulaSeries.ROW_MM,
            Math.max(-height, height - top) / 2.5
        };
    }

    private static double out(double index, int count) {
        return Math.max(-index, index - (count - 1));
    }

    @Test
    void framesBesideEachOtherAreRefusedAndNotTakenForDuplicates() {
        Vec3 x = new Vec3(1, 0, 0);
        Vec3 y = new Vec3(0, 1, 0);
        FormulaSeries tiles = new FormulaSeries(x, y, SeriesReformatTest::formula);
        for (int k = 0; k < 4; k++) {
            tiles.slice(new Vec3(0, 0, 2 * k));
            if (k != 2) {
                tiles.slice(new Vec3(30, 0, 2 * k));
            }
        }
        VolumeException refused = assertThrows(
                VolumeException.class, () -> VolumeAssembler.assemble(tiles.set(), tiles, Progress.IGNORED));
        assertEquals("viewer.volume.not-above", refused.messageKey());
    }

    @Test
    void aPairThatNearlyTouchesMakesNoThousandsOfLayers() throws WorkstationException {
        FormulaSeries series = new FormulaSeries(new Vec3(1, 0, 0), new Vec3(0, 1, 0), p -> 10 * p.z());
        for (int k = 0; k < 100; k++) {
            series.slice(new Vec3(0, 0, 5 * k));
        }
        series.slice(new Vec3(0, 0, 250.02));
        DisplaySet set = series.set();
        Volume volume = VolumeAssembler.assemble(set, series, Progress.IGNORED).volume();
        assertTrue(volume.depth() <= 2 * 101 + 257, volume.depth() + " layers");
        for (int k = 0; k < volume.depth(); k += 13) {
            double z = volume.voxelToWorld().apply(new Vec3(0, 0, k)).z();
            double value =
                    ((org.readingroom.viewer.volume.GreySlice) volume.slices().get(k)).modalityValue(3, 3);
            assertEquals(10 * z, value, 0.8, "layer " + k);
        }
    }
}
