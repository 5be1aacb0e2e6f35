package org.readingroom.plugin.imagej;

import ij.process.FloatProcessor;
import org.readingroom.plugin.Slice;

/// Slices as ImageJ's processors and back. Floating point throughout: its 16-bit processor has no negative values.
final class Processors {
    private Processors() {}

    /// A processor over a copy, which filters may overwrite.
    static FloatProcessor copyOf(Slice slice) {
        return new FloatProcessor(slice.columns(), slice.rows(), slice.values().clone());
    }

    /// A processor over the slice itself, which must only be read.
    static FloatProcessor over(Slice slice) {
        return new FloatProcessor(slice.columns(), slice.rows(), slice.values());
    }

    static Slice toSlice(FloatProcessor processor, Slice like) {
        return like.withValues((float[]) processor.getPixels());
    }
}
