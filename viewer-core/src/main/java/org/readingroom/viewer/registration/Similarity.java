package org.readingroom.viewer.registration;

import java.util.Arrays;
import java.util.Random;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// How well two volumes fit under a map, from samples of the first at random places, always the same ones.
///
/// Places between block centres keep the blocks of the two grids from falling onto each other, which would draw the
/// search towards maps that put them so.
///
/// **Thread:** one at a time.
final class Similarity {
    /// chosen: with 32 × 32 bins some forty samples a bin.
    private static final int SAMPLES = 40_000;

    private static final long SEED = 20_260_101L;

    /// chosen: maps that leave less than this part of the samples inside the other volume are no alignment.
    private static final double LEAST_OVERLAP = 0.2;

    /// chosen: the hottest organ or the densest metal is left at the end of the scale.
    private static final double LOW = 0.005;

    private static final double HIGH = 0.99;

    private final SampledGrid moving;
    private final AffineMap worldToMoving;
    private final Vec3[] places;
    private final double[] fixedBins;
    private final double[] movingRange;
    private final JointHistogram histogram = new JointHistogram();

    Similarity(SampledGrid fixed, SampledGrid moving) throws RegistrationException {
        this.moving = moving;
        this.worldToMoving = moving.toWorld().inverse();
        Random random = new Random(SEED);
        Vec3[] found = new Vec3[SAMPLES];
        float[] values = new float[SAMPLES];
        int count = 0;
        for (int i = 0; i < 2 * SAMPLES && count < SAMPLES; i++) {
            double x = random.nextDouble() * (fixed.columns() - 1);
            double y = random.nextDouble() * (fixed.rows() - 1);
            double z = random.nextDouble() * (fixed.layers() - 1);
            float value = fixed.at(x, y, z);
            if (!Float.isNaN(value)) {
                found[count] = fixed.toWorld().apply(new Vec3(x, y, z));
                values[count] = value;
                count++;
            }
        }
        places = Arrays.copyOf(found, count);
        double[] range = range(Arrays.copyOf(values, count));
        fixedBins = new double[count];
        for (int i = 0; i < count; i++) {
            fixedBins[i] = bin(values[i], range);
        }
        movingRange = range(moving.values());
    }

    private static double[] range(float[] values) throws RegistrationException {
        float[] known = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                known[count++] = value;
            }
        }
        Arrays.sort(known, 0, count);
        if (count == 0 || !(known[count - 1] > known[0])) {
            throw new RegistrationException("uniform", "a volume of one value");
        }
        double low = known[(int) (LOW * (count - 1))];
        double high = known[(int) (HIGH * (count - 1))];
        return high > low ? new double[] {low, high} : new double[] {known[0], known[count - 1]};
    }

    private static double bin(double value, double[] range) {
        return Math.clamp((value - range[0]) / (range[1] - range[0]), 0, 1) * (JointHistogram.BINS - 1);
    }

    /// Normalised mutual information where both volumes are; 0 where they hardly meet.
    double of(AffineMap fixedToMoving) {
        AffineMap map = fixedToMoving.then(worldToMoving);
        histogram.clear();
        for (int i = 0; i < places.length; i++) {
            Vec3 at = map.apply(places[i]);
            float value = moving.at(at.x(), at.y(), at.z());
            if (!Float.isNaN(value)) {
                histogram.add(fixedBins[i], bin(value, movingRange));
            }
        }
        return histogram.total() < LEAST_OVERLAP * places.length ? 0 : histogram.similarity();
    }
}
