package org.readingroom.desktop.tools;

/// The rectangle of a label on the screen.
record LabelBox(double x, double y, double width, double height) {
    boolean contains(ScreenPoint p) {
        return p.x() >= x && p.x() <= x + width && p.y() >= y && p.y() <= y + height;
    }

    boolean overlaps(LabelBox o) {
        return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
    }

    LabelBox moved(double right, double down) {
        return new LabelBox(x + right, y + down, width, height);
    }

    /// Larger by `by` on every side.
    LabelBox grown(double by) {
        return new LabelBox(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /// True when the straight line between `a` and `b` comes closer than `gap`.
    boolean touches(ScreenPoint a, ScreenPoint b, double gap) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double enter = 0;
        double leave = 1;
        // clip the line against the grown rectangle, side by side (Liang and Barsky)
        double[] moves = {-dx, dx, -dy, dy};
        double[] rooms = {a.x() - (x - gap), x + width + gap - a.x(), a.y() - (y - gap), y + height + gap - a.y()};
        for (int i = 0; i < 4; i++) {
            if (moves[i] == 0) {
                if (rooms[i] < 0) {
                    return false;
                }
            } else if (moves[i] < 0) {
                enter = Math.max(enter, rooms[i] / moves[i]);
            } else {
                leave = Math.min(leave, rooms[i] / moves[i]);
            }
        }
        return enter <= leave;
    }

    boolean isWithin(double viewWidth, double viewHeight) {
        return x >= 2 && y >= 2 && x + width <= viewWidth - 2 && y + height <= viewHeight - 2;
    }

    ScreenPoint centre() {
        return new ScreenPoint(x + width / 2, y + height / 2);
    }
}
