package org.readingroom.desktop.tools;

import java.util.Collection;

/// Finds a place for a label: beside its mark, never over it, inside the view, clear of other labels.
// [impl->req~tools.label-clear-of-mark~1]
final class LabelLayout {
    /// chosen: far enough that the label never touches a line or a handle.
    private static final double GAP = 6;

    private static final double[][] SIDES = {
        {1, 0}, {1, 1}, {0, 1}, {1, -1}, {-1, 1}, {0, -1}, {-1, 0}, {-1, -1},
    };

    private LabelLayout() {}

    static LabelBox place(
            MarkShape shape,
            double width,
            double height,
            double viewWidth,
            double viewHeight,
            Collection<LabelBox> taken) {
        LabelBox clearOfMark = null;
        LabelBox clearAnywhere = null;
        for (double far = GAP + 4; far < GAP + 100; far += 24) {
            for (ScreenPoint anchor : shape.handles().reversed()) {
                for (double[] side : SIDES) {
                    LabelBox box = beside(anchor, side, far, width, height);
                    if (shape.isCoveredBy(box, GAP)) {
                        continue;
                    }
                    if (clearAnywhere == null) {
                        clearAnywhere = box;
                    }
                    if (box.isWithin(viewWidth, viewHeight)) {
                        if (taken.stream().noneMatch(box::overlaps)) {
                            return box;
                        }
                        if (clearOfMark == null) {
                            clearOfMark = box;
                        }
                    }
                }
            }
        }
        if (clearOfMark != null) {
            return clearOfMark;
        }
        return clearAnywhere != null
                ? clearAnywhere
                : beside(shape.handles().getFirst(), SIDES[0], GAP + 4, width, height);
    }

    private static LabelBox beside(ScreenPoint anchor, double[] side, double far, double width, double height) {
        double x = anchor.x() + side[0] * far + (side[0] - 1) / 2 * width;
        double y = anchor.y() + side[1] * far + (side[1] - 1) / 2 * height;
        return new LabelBox(Math.rint(x), Math.rint(y), width, height);
    }
}
