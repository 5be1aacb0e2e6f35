package org.readingroom.viewer.viewport;

import java.util.ArrayList;
import java.util.List;

/// Image processing of one view: which steps, and how strong. The order is fixed: median, smooth, sharpen on
/// modality values; then the window; then edges, CLAHE, gamma on greys.
///
/// Anything but [#NONE] changes what the reader sees, and the view must say so with [#stepKeys()].
///
/// **Range:** `smooth` 0 to 1 blends towards the mean of 3 x 3; `sharpen` 0 to 4 is how often the difference
/// to that mean is added; `claheLimit` is the clip limit as a multiple of an even histogram, 1 to 40, 0 for
/// none; `gamma` 0.1 to
/// 10, 1 for none, above 1 brightens.
public record Processing(
        boolean median, double smooth, double sharpen, boolean edges, double claheLimit, double gamma) {
    public static final Processing NONE = new Processing(false, 0, 0, false, 0, 1);

    public Processing {
        if (!(smooth >= 0 && smooth <= 1) || !(sharpen >= 0 && sharpen <= 4)) {
            throw new IllegalArgumentException("smooth " + smooth + ", sharpen " + sharpen);
        }
        if (!(claheLimit == 0 || claheLimit >= 1 && claheLimit <= 40) || !(gamma >= 0.1 && gamma <= 10)) {
            throw new IllegalArgumentException("CLAHE limit " + claheLimit + ", gamma " + gamma);
        }
    }

    public Processing withMedian(boolean newMedian) {
        return new Processing(newMedian, smooth, sharpen, edges, claheLimit, gamma);
    }

    public Processing withSmooth(double newSmooth) {
        return new Processing(median, newSmooth, sharpen, edges, claheLimit, gamma);
    }

    public Processing withSharpen(double newSharpen) {
        return new Processing(median, smooth, newSharpen, edges, claheLimit, gamma);
    }

    public Processing withEdges(boolean newEdges) {
        return new Processing(median, smooth, sharpen, newEdges, claheLimit, gamma);
    }

    public Processing withClahe(double newLimit) {
        return new Processing(median, smooth, sharpen, edges, newLimit, gamma);
    }

    public Processing withGamma(double newGamma) {
        return new Processing(median, smooth, sharpen, edges, claheLimit, newGamma);
    }

    /// Whether the picture is as the standard's grey path makes it.
    public boolean isNone() {
        return equals(NONE);
    }

    /// Whether values change before the window.
    public boolean changesValues() {
        return median || smooth > 0 || sharpen > 0;
    }

    /// Message keys of the steps in their order, for the mark on the image; empty for none.
    public List<String> stepKeys() {
        List<String> keys = new ArrayList<>();
        add(keys, median, "median");
        add(keys, smooth > 0, "smooth");
        add(keys, sharpen > 0, "sharpen");
        add(keys, edges, "edges");
        add(keys, claheLimit > 0, "clahe");
        add(keys, gamma != 1, "gamma");
        return List.copyOf(keys);
    }

    private static void add(List<String> keys, boolean isOn, String name) {
        if (isOn) {
            keys.add("viewer.processing." + name);
        }
    }
}
