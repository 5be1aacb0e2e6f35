package org.readingroom.plugin.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.readingroom.plugin.ApiVersion;
import org.readingroom.plugin.Contributions;
import org.readingroom.plugin.EllipseRegion;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Plugin;
import org.readingroom.plugin.RoiStatistics;
import org.readingroom.plugin.RoiStatisticsProvider;
import org.readingroom.plugin.Slice;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.Nodule;

// [utest->req~plugin.imagej~1]
class ImageJPluginTest {
    private static final class Gathered implements Contributions {
        final List<PixelOperation> operations = new ArrayList<>();
        final List<RoiStatisticsProvider> statistics = new ArrayList<>();

        @Override
        public void pixelOperation(PixelOperation operation) {
            operations.add(operation);
        }

        @Override
        public void roiStatistics(RoiStatisticsProvider provider) {
            statistics.add(provider);
        }
    }

    private static Slice flat(float value) {
        float[] values = new float[64 * 48];
        java.util.Arrays.fill(values, value);
        return new Slice(48, 64, values, 1, 1);
    }

    @Test
    void serviceLoaderFindsThePluginAndItsContributions() {
        Plugin plugin = ServiceLoader.load(Plugin.class).findFirst().orElseThrow();
        Gathered gathered = new Gathered();
        plugin.contribute(gathered);
        assertEquals("imagej", plugin.id());
        assertTrue(ApiVersion.CURRENT.runs(plugin.builtFor()));
        assertEquals(
                List.of("gaussian", "median", "unsharp"),
                gathered.operations.stream().map(PixelOperation::id).toList());
        assertEquals(1, gathered.statistics.size());
    }

    @Test
    void everyFilterLeavesAFlatSliceOfAirAsItIs() {
        Slice air = flat(-1000);
        for (PixelOperation operation : List.of(new Gaussian(), new Median(), new Unsharp())) {
            float[] result = operation.apply(air, ParameterValues.INITIAL).values();
            assertArrayEquals(air.values(), result, 0.01F, operation.id());
        }
    }

    /// The response to one bright pixel is the bell curve itself: h(r) = exp(-r² / 2σ²) / 2πσ².
    @Test
    void gaussianOfAPointIsTheBellCurve() {
        Slice slice = flat(0);
        slice.values()[24 * 64 + 32] = 10000;
        float[] result = new Gaussian()
                .apply(slice, new ParameterValues(Map.of("sigma", 2.0)))
                .values();
        for (int dy = -5; dy <= 5; dy++) {
            for (int dx = -5; dx <= 5; dx++) {
                double expected = 10000 * Math.exp(-(dx * dx + dy * dy) / 8.0) / (8 * Math.PI);
                assertEquals(expected, result[(24 + dy) * 64 + 32 + dx], 1.5);
            }
        }
        assertEquals(10000, slice.values()[24 * 64 + 32], "the original is not written to");
    }

    @Test
    void medianRemovesOneBrightPixelAndKeepsAnEdge() {
        Slice slice = flat(0);
        for (int i = 0; i < slice.values().length; i++) {
            slice.values()[i] = i % 64 < 30 ? -800 : 40;
        }
        slice.values()[10 * 64 + 10] = 3000;
        float[] result = new Median().apply(slice, ParameterValues.INITIAL).values();
        assertEquals(-800, result[10 * 64 + 10]);
        assertEquals(-800, result[20 * 64 + 29]);
        assertEquals(40, result[20 * 64 + 30]);
    }

    /// ImageJ's definition: (original - weight * blurred) / (1 - weight).
    @Test
    void unsharpTakesAwayTheBlurredShare() {
        Slice slice = flat(0);
        slice.values()[24 * 64 + 32] = 1000;
        ParameterValues values = new ParameterValues(Map.of("sigma", 1.5, "weight", 0.5));
        float[] blurred = new Gaussian().apply(slice, values).values();
        float[] sharpened = new Unsharp().apply(slice, values).values();
        for (int i = 0; i < sharpened.length; i++) {
            assertEquals((slice.values()[i] - 0.5F * blurred[i]) / 0.5F, sharpened[i], 0.5F);
        }
    }

    @Test
    void statisticsOfANoduleAreItsTruth() {
        CtChestPhantom phantom = new CtChestPhantom(512, 130, 0.7, 2, 0);
        Nodule nodule = phantom.nodules().getFirst();
        int slice = (int) Math.round((nodule.centre().z() - phantom.position(0).z()) / 2);
        Vec3 corner = phantom.position(slice);
        Slice picture = new Slice(512, 512, phantom.hounsfield(slice), 0.7, 0.7);
        EllipseRegion inside = new EllipseRegion(
                (nodule.centre().x() - corner.x()) / 0.7, (nodule.centre().y() - corner.y()) / 0.7, 6, 5, 30);
        RoiStatistics found = new EllipseStatistics().statistics(picture, inside);
        assertEquals(nodule.hounsfield(), found.mean(), 1e-4);
        assertEquals(0, found.standardDeviation(), 1e-3);
        assertEquals(Math.PI * 30, found.count(), 6);
    }

    /// Sums done by hand over the same rule, and the sample standard deviation.
    @Test
    void statisticsFollowTheCentreRuleAndDivideByCountLessOne() {
        Slice slice = flat(0);
        for (int i = 0; i < slice.values().length; i++) {
            slice.values()[i] = (i % 64) * 3 - (i / 64) * 2;
        }
        EllipseRegion ellipse = new EllipseRegion(31.3, 20.8, 11.2, 6.4, 25);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row < 48; row++) {
            for (int column = 0; column < 64; column++) {
                if (ellipse.contains(column, row)) {
                    double value = slice.values()[row * 64 + column];
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
        }
        RoiStatistics found = new EllipseStatistics().statistics(slice, ellipse);
        assertEquals(count, found.count());
        assertEquals(sum / count, found.mean(), 1e-9);
        assertEquals(Math.sqrt((squares - sum * sum / count) / (count - 1)), found.standardDeviation(), 1e-9);
    }

    @Test
    void regionBesideThePictureHasNoStatistics() {
        RoiStatistics found = new EllipseStatistics().statistics(flat(1), new EllipseRegion(-50, -50, 5, 5, 0));
        assertEquals(0, found.count());
        assertTrue(Double.isNaN(found.mean()));
    }
}
