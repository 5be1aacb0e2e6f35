package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Optional;

/// Finds a place for a label: beside its mark, inside the view, clear of every mark and every other label.
// [impl->req~tools.label-clear-of-mark~2]
final class LabelLayout {
    private static final double[][] SIDES = {
        {1, 0}, {1, 1}, {0, 1}, {1, -1}, {-1, 1}, {0, -1}, {-1, 0}, {-1, -1},
    };

    /// chosen: the nearest places first; farther than this nobody sees which mark a label belongs to.
    private static final double[] FAR = {10, 34, 58, 82, 106, 154, 202};

    /// chosen: a mark of many points is as well labelled from some of them.
    private static final int MOST_ANCHORS = 8;

    private LabelLayout() {}

    /// Nothing when there is no room: such a label is folded until its mark is pointed at.
    static Optional<LabelBox> place(MarkShape shape, double width, double height, LabelField field) {
        boolean isInside = field.isFilledBy(shape);
        List<ScreenPoint> anchors = anchors(shape, field);
        for (double far : FAR) {
            for (ScreenPoint anchor : anchors) {
                for (double[] side : SIDES) {
                    LabelBox box = beside(anchor, side, far, width, height);
                    if (field.holds(box) && field.isFree(box, shape, anchor, isInside)) {
                        return Optional.of(box);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Beside its mark, whatever else is there: for the mark that the reader points at, and for one whose label was
    /// moved by hand.
    static LabelBox anyway(MarkShape shape, double width, double height, LabelField field) {
        List<ScreenPoint> anchors = anchors(shape, field);
        LabelBox inside = null;
        LabelBox anywhere = null;
        for (double far : FAR) {
            for (ScreenPoint anchor : anchors) {
                for (double[] side : SIDES) {
                    LabelBox box = beside(anchor, side, far, width, height);
                    if (shape.isTouchedBy(box, LabelField.GAP)) {
                        continue;
                    }
                    boolean isBeside = !shape.encloses(box.centre());
                    if (isBeside && field.holds(box)) {
                        return box;
                    }
                    inside = inside == null && field.holds(box) ? box : inside;
                    anywhere = anywhere == null && isBeside ? box : anywhere;
                }
            }
        }
        LabelBox rest = anywhere != null ? anywhere : beside(anchors.getFirst(), SIDES[0], FAR[0], width, height);
        return inside != null ? inside : rest;
    }

    /// The later handles first; of a mark that reaches beyond the view, the points that are seen.
    private static List<ScreenPoint> anchors(MarkShape shape, LabelField field) {
        List<ScreenPoint> seen =
                shape.handles().reversed().stream().filter(field::holds).toList();
        if (seen.isEmpty()) {
            seen = shape.points().stream().filter(field::holds).toList();
        }
        if (seen.isEmpty()) {
            return List.of(shape.points().getLast());
        }
        if (seen.size() <= MOST_ANCHORS) {
            return seen;
        }
        List<ScreenPoint> all = seen;
        return java.util.stream.IntStream.range(0, MOST_ANCHORS)
                .mapToObj(i -> all.get(i * all.size() / MOST_ANCHORS))
                .toList();
    }

    private static LabelBox beside(ScreenPoint anchor, double[] side, double far, double width, double height) {
        double x = anchor.x() + side[0] * far + (side[0] - 1) / 2 * width;
        double y = anchor.y() + side[1] * far + (side[1] - 1) / 2 * height;
        return new LabelBox(Math.rint(x), Math.rint(y), width, height);
    }
}
