package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What labels of one view must keep clear of: the marks, and the labels placed before.
///
/// Both lie in the cells of a grid, so that a box is compared with its neighbours and not with everything on the
/// screen.
// [impl->req~tools.many-marks~1]
final class LabelField {
    /// chosen: far enough that a label never touches a line or a handle.
    static final double GAP = 6;

    /// chosen: about the size of a label, so that one touches a few cells.
    private static final double CELL = 64;

    private final double width;
    private final double height;
    /// A mark and the rectangle around it, with the gap that labels keep.
    private record Obstacle(MarkShape shape, LabelBox bounds) {}

    private final Map<Long, List<Obstacle>> shapes = new HashMap<>();
    private final Map<Long, List<LabelBox>> labels = new HashMap<>();
    private long comparisons;

    LabelField(double width, double height, List<MarkShape> shown) {
        this.width = width;
        this.height = height;
        for (MarkShape shape : shown) {
            LabelBox bounds = shape.bounds().grown(GAP);
            put(shapes, bounds, new Obstacle(shape, bounds));
        }
    }

    boolean holds(LabelBox box) {
        return box.isWithin(width, height);
    }

    boolean holds(ScreenPoint p) {
        return p.x() >= 0 && p.y() >= 0 && p.x() <= width && p.y() <= height;
    }

    void take(LabelBox box) {
        put(labels, box, box);
    }

    /// True when a label of `own`, beside `anchor`, keeps clear of every mark and every label.
    ///
    /// It may lie inside a closed mark that `anchor` lies inside too, such as a nodule in an outlined lung; inside
    /// `own` it may lie when `isInside` says so.
    boolean isFree(LabelBox box, MarkShape own, ScreenPoint anchor, boolean isInside) {
        ScreenPoint centre = box.centre();
        for (long cell : cells(box)) {
            for (LabelBox label : labels.getOrDefault(cell, List.of())) {
                comparisons++;
                if (box.overlaps(label)) {
                    return false;
                }
            }
            for (Obstacle obstacle : shapes.getOrDefault(cell, List.of())) {
                comparisons++;
                if (box.overlaps(obstacle.bounds()) && isOver(box, centre, obstacle.shape(), own, anchor, isInside)) {
                    return false;
                }
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // the mark itself, not one like it
    private static boolean isOver(
            LabelBox box, ScreenPoint centre, MarkShape shape, MarkShape own, ScreenPoint anchor, boolean isInside) {
        return shape.isTouchedBy(box, GAP)
                || (shape.encloses(centre) && !(shape == own ? isInside : shape.encloses(anchor)));
    }

    /// True when a closed mark leaves little of the view beside itself.
    boolean isFilledBy(MarkShape shape) {
        LabelBox bounds = shape.bounds();
        return shape.isClosed() && bounds.width() > width / 2 && bounds.height() > height / 2;
    }

    /// How many boxes and marks were looked at so far.
    long comparisons() {
        return comparisons;
    }

    private <T> void put(Map<Long, List<T>> into, LabelBox box, T what) {
        for (long cell : cells(box)) {
            into.computeIfAbsent(cell, c -> new ArrayList<>()).add(what);
        }
    }

    /// The cells of the view that a box lies in; what lies beside the view is in none.
    private long[] cells(LabelBox box) {
        int left = cell(box.x(), width);
        int right = cell(box.x() + box.width(), width);
        int top = cell(box.y(), height);
        int bottom = cell(box.y() + box.height(), height);
        if (box.x() > width || box.y() > height || box.x() + box.width() < 0 || box.y() + box.height() < 0) {
            return new long[0];
        }
        long[] all = new long[(right - left + 1) * (bottom - top + 1)];
        int n = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                all[n++] = (long) y << 32 | x;
            }
        }
        return all;
    }

    private static int cell(double at, double size) {
        return (int) (Math.clamp(at, 0, size) / CELL);
    }
}
