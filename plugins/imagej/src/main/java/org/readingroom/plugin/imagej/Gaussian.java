package org.readingroom.plugin.imagej;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import java.util.List;
import org.readingroom.plugin.Parameter;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Slice;

/// Blur with a bell curve.
final class Gaussian implements PixelOperation {
    static final Parameter SIGMA = new Parameter("sigma", "plugin.imagej.sigma", 0.3, 20, 0.1, 1.5, "{pixels}");

    /// ImageJ's own choice for 16-bit and floating-point pictures: error below 0.02 % of the step at an edge.
    private static final double ACCURACY = 0.0002;

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public String nameKey() {
        return "plugin.imagej.gaussian";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SIGMA);
    }

    @Override
    public Slice apply(Slice slice, ParameterValues values) {
        FloatProcessor processor = Processors.copyOf(slice);
        double sigma = values.of(SIGMA);
        new GaussianBlur().blurFloat(processor, sigma, sigma, ACCURACY);
        return Processors.toSlice(processor, slice);
    }
}
