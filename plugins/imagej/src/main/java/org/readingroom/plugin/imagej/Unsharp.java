package org.readingroom.plugin.imagej;

import ij.plugin.filter.UnsharpMask;
import ij.process.FloatProcessor;
import java.util.List;
import org.readingroom.plugin.Parameter;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Slice;

/// Sharpening: a share of the blurred picture is taken away.
final class Unsharp implements PixelOperation {
    static final Parameter SIGMA = new Parameter("sigma", "plugin.imagej.sigma", 0.3, 20, 0.1, 1.5, "{pixels}");
    static final Parameter WEIGHT = new Parameter("weight", "plugin.imagej.weight", 0.1, 0.9, 0.05, 0.6, "");

    @Override
    public String id() {
        return "unsharp";
    }

    @Override
    public String nameKey() {
        return "plugin.imagej.unsharp";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SIGMA, WEIGHT);
    }

    @Override
    public Slice apply(Slice slice, ParameterValues values) {
        FloatProcessor processor = Processors.copyOf(slice);
        // ImageJ keeps the original in the processor's snapshot while it works.
        processor.snapshot();
        new UnsharpMask().sharpenFloat(processor, values.of(SIGMA), (float) values.of(WEIGHT));
        return Processors.toSlice(processor, slice);
    }
}
