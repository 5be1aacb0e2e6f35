package org.readingroom.viewer.render;

/// The stretch of a picture row whose positions keep within bounds: from `from`, up to but without
/// `to`.
///
/// Found with the same `float` arithmetic the samplers use, so that an inner loop needs no bounds
/// checks.
final class Span {
    int from;
    int to;

    void reset(int width) {
        from = 0;
        to = width;
    }

    void within(Span other) {
        from = other.from;
        to = other.to;
    }

    /// An empty span goes to the end of `other`, so that what lies before it is all of `other`.
    void orAtEndOf(Span other) {
        if (from >= to) {
            from = other.to;
            to = other.to;
        }
    }

    /// Keeps the elements `i` for which `low <= base + i * step < high`.
    void clip(float base, float step, float low, float high) {
        if (from >= to) {
            return;
        }
        if (step == 0) {
            if (!(base >= low && base < high)) {
                to = from;
            }
            return;
        }
        double enter = ((step > 0 ? low : high) - base) / step;
        double leave = ((step > 0 ? high : low) - base) / step;
        int first = (int) Math.clamp(enter, from, to);
        int last = (int) Math.clamp(leave, from, to);
        while (first > from && isWithin(base, step, first - 1, low, high)) {
            first--;
        }
        while (first < to && !isWithin(base, step, first, low, high)) {
            first++;
            if (first > last + 2) {
                to = from;
                return;
            }
        }
        last = Math.max(last, first);
        while (last < to && isWithin(base, step, last, low, high)) {
            last++;
        }
        while (last > first && !isWithin(base, step, last - 1, low, high)) {
            last--;
        }
        from = first;
        to = last;
    }

    private static boolean isWithin(float base, float step, int i, float low, float high) {
        float at = base + i * step;
        return at >= low && at < high;
    }
}
