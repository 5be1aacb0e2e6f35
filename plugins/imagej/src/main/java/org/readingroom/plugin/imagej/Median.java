package org.readingroom.plugin.imagej;

import ij.plugin.filter.RankFilters;
import ij.process.FloatProcessor;
import java.util.List;
import org.readingroom.plugin.Parameter;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Slice;

/// The middle value of a round neighbourhood.
final class Median implements PixelOperation {
    static final Parameter RADIUS = new Parameter("radius", "plugin.imagej.radius", 0.5, 10, 0.5, 1.5, "{pixels}");

    @Override
    public String id() {
        return "median";
    }

    @Override
    public String nameKey() {
        return "plugin.imagej.median";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(RADIUS);
    }

    @Override
    public Slice apply(Slice slice, ParameterValues values) {
        FloatProcessor processor = Processors.copyOf(slice);
        new RankFilters().rank(processor, values.of(RADIUS), RankFilters.MEDIAN);
        return Processors.toSlice(processor, slice);
    }
}
