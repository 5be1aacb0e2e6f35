package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A slab holds what lies within its thickness along its normal, all of it and nothing else.
// [utest->req~view.slab~1]
class SlabTest {
    private static final int SIDE = 40;
    private static final AffineMap MAP = FormulaPhantom.turned();

    @Test
    void aVoxelInTheSlabIsSeenWithItsFullValueWhateverTheDirectionAndPhase() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            short[][] samples = new short[SIDE][SIDE * SIDE];
            samples[20][20 * SIDE + 20] = 1000;
            Volume volume = volume(samples, 1, 0);
            Vec3 peak = MAP.apply(new Vec3(20, 20, 20));
            Vec3 normal = direction(random);
            double thickness = 0.5 + 30 * random.nextDouble();
            double offset = (random.nextDouble() - 0.5) * 0.98 * thickness;
            assertEquals(
                    1000,
                    value(volume, peak.plus(normal.times(offset)), normal, thickness, Slab.Projection.MAXIMUM),
                    1,
                    "run " + run);
        }
    }

    @Test
    void aVoxelBeyondTheFaceIsNotSeen() {
        // along a slice axis a voxel fades to nothing one voxel, 2.5 mm, away
        short[][] samples = new short[SIDE][SIDE * SIDE];
        samples[20][20 * SIDE + 20] = 1000;
        Volume volume = volume(samples, 1, 0);
        Vec3 normal = MAP.z().unit();
        Vec3 peak = MAP.apply(new Vec3(20, 20, 20));
        double[] away = {0, 4.9, 5.5, 6.25, 7.6};
        double[] seen = {1000, 1000, 800, 500, 0};
        for (int i = 0; i < away.length; i++) {
            assertEquals(
                    seen[i],
                    value(volume, peak.plus(normal.times(away[i])), normal, 10, Slab.Projection.MAXIMUM),
                    2,
                    "middle of a 10 mm slab " + away[i] + " mm away");
        }
    }

    @Test
    void aSumIsTheIntegralInMillimetresAndAMeanTheIntegralOverTheThickness() {
        Random random = new Random(8);
        for (int run = 0; run < 100; run++) {
            float slope = run % 2 == 0 ? 0.5f : -0.25f;
            Volume volume = formula(slope);
            Vec3 normal = direction(random);
            Vec3 centre = volume.centre().plus(direction(random).times(2));
            double thickness = 0.5 + 8 * random.nextDouble();
            // of a linear function the mean is the value in the middle
            double middle = FormulaPhantom.linear(centre);
            assertEquals(middle, value(volume, centre, normal, thickness, Slab.Projection.MEAN), 0.6, "run " + run);
            assertEquals(
                    middle * thickness,
                    value(volume, centre, normal, thickness, Slab.Projection.SUM),
                    0.6 * thickness,
                    "run " + run);
        }
    }

    @Test
    void aSumCountsOnlyWhatLiesInTheVolume() {
        short[][] samples = new short[SIDE][SIDE * SIDE];
        for (short[] slice : samples) {
            java.util.Arrays.fill(slice, (short) 300);
        }
        Volume volume = volume(samples, 1, -200);
        Vec3 normal = MAP.z().unit();
        // the last voxel reaches half a voxel, 1.25 mm, beyond its centre: of 10 mm about it 6.25 are inside
        Vec3 last = MAP.apply(new Vec3(20, 20, SIDE - 1));
        assertEquals(625, value(volume, last, normal, 10, Slab.Projection.SUM), 1);
        assertEquals(100, value(volume, last, normal, 10, Slab.Projection.MEAN), 0.1);
        // a slab through everything
        assertEquals(
                100 * SIDE * 2.5, value(volume, volume.centre(), normal, 500, Slab.Projection.SUM), 5, "whole volume");
        assertTrue(Float.isNaN(value(volume, last.plus(normal.times(8)), normal, 10, Slab.Projection.SUM)));
    }

    @Test
    void paddingCountsInNoSlab() {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < SIDE; k++) {
            short[] samples = new short[SIDE * SIDE];
            java.util.Arrays.fill(samples, (short) (k < 20 ? -2000 : 100));
            slices.add(
                    GreySlice.of(SIDE, SIDE, samples, 1, 0, new GreySlice.PaddingRange((short) -2000, (short) -2000)));
        }
        Volume volume = new Volume(slices, MAP, true);
        Vec3 border = MAP.apply(new Vec3(20, 20, 20));
        Vec3 normal = MAP.z().unit();
        for (Slab.Projection projection : Slab.Projection.values()) {
            double thick = projection == Slab.Projection.SUM ? 100 * 6.25 : 100;
            assertEquals(thick, value(volume, border, normal, 10, projection), thick * 0.01, projection.name());
        }
    }

    @Test
    void extremesFollowTheModalityValueWhenTheScaleFalls() {
        Volume volume = formula(-0.25f);
        Vec3 normal = new Vec3(3, -2, 1.5).unit();
        double steepness = new Vec3(3, -2, 1.5).length();
        double middle = FormulaPhantom.linear(volume.centre());
        assertEquals(
                middle + 2 * steepness,
                value(volume, volume.centre(), normal, 4, Slab.Projection.MAXIMUM),
                0.5,
                "maximum");
        assertEquals(
                middle - 2 * steepness,
                value(volume, volume.centre(), normal, 4, Slab.Projection.MINIMUM),
                0.5,
                "minimum");
    }

    private static float value(
            Volume volume, Vec3 through, Vec3 normal, double thicknessMm, Slab.Projection projection) {
        Vec3 up = Math.abs(normal.z()) > 0.9 ? new Vec3(0, 1, 0) : new Vec3(0, 0, 1);
        ViewPlane plane = ReformatRequest.plane(through, normal, up);
        ResolvedView view = new ReformatRequest(plane, 5, 5, 0.6, new Slab(thicknessMm, projection))
                .resolve(
                        volume,
                        new ViewResolver.Look(
                                Voi.Window.linear(0, 100),
                                false,
                                new DataPresentation(null, false, Palettes.GREY, Interpolation.LINEAR)));
        return ModalitySampler.sample(view).value(2, 2);
    }

    private static Volume formula(float slope) {
        return FormulaPhantom.volume(40, 30, 20, MAP, new float[] {slope}, FormulaPhantom::linear);
    }

    private static Volume volume(short[][] samples, float slope, float intercept) {
        List<GreySlice> slices = new ArrayList<>();
        for (short[] slice : samples) {
            slices.add(GreySlice.of(SIDE, SIDE, slice, slope, intercept));
        }
        return new Volume(slices, MAP, true);
    }

    private static Vec3 direction(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }
}
