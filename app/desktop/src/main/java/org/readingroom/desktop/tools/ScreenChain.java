package org.readingroom.desktop.tools;

import java.util.List;

/// Points on the screen joined by straight lines; `isClosed` joins the last to the first.
record ScreenChain(List<ScreenPoint> points, boolean isClosed) {
    /// How many straight pieces it has.
    int pieces() {
        return isClosed ? points.size() : points.size() - 1;
    }

    ScreenPoint from(int piece) {
        return points.get(piece);
    }

    ScreenPoint to(int piece) {
        return points.get((piece + 1) % points.size());
    }

    /// How far a point is from the line.
    double distanceTo(ScreenPoint at) {
        double least = points.size() == 1 ? at.distanceTo(points.getFirst()) : Double.POSITIVE_INFINITY;
        for (int i = 0; i < pieces(); i++) {
            least = Math.min(least, at.distanceTo(from(i), to(i)));
        }
        return least;
    }

    /// True when the line comes closer to `box` than `gap`.
    boolean isTouchedBy(LabelBox box, double gap) {
        if (points.size() == 1 && box.touches(points.getFirst(), points.getFirst(), gap)) {
            return true;
        }
        for (int i = 0; i < pieces(); i++) {
            if (box.touches(from(i), to(i), gap)) {
                return true;
            }
        }
        return false;
    }

    /// True inside a closed line (even-odd rule).
    boolean encloses(ScreenPoint at) {
        boolean inside = false;
        for (int i = 0; isClosed && i < points.size(); i++) {
            ScreenPoint a = from(i);
            ScreenPoint b = to(i);
            if (a.y() > at.y() != b.y() > at.y()
                    && at.x() < (b.x() - a.x()) * (at.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
