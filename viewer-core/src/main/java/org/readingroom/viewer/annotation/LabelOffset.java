package org.readingroom.viewer.annotation;

/// How far a reader moved the words of a mark from where they would stand.
///
/// **Units:** logical pixels of the screen, right and down; the same at every zoom, as the words are.
/// **Range:** finite, at most [#FARTHEST] either way.
public record LabelOffset(double right, double down) {
    public static final LabelOffset NONE = new LabelOffset(0, 0);

    /// chosen: wider than any wall of monitors.
    public static final double FARTHEST = 100_000;

    public LabelOffset {
        if (!(Math.abs(right) <= FARTHEST && Math.abs(down) <= FARTHEST)) {
            throw new IllegalArgumentException("a label moved by " + right + ", " + down);
        }
    }

    public LabelOffset plus(double dx, double dy) {
        return new LabelOffset(Math.clamp(right + dx, -FARTHEST, FARTHEST), Math.clamp(down + dy, -FARTHEST, FARTHEST));
    }
}
