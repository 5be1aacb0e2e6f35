package org.readingroom.desktop.tools;

/// A point of a view.
///
/// **Space:** logical pixels, (0, 0) the top left corner.
record ScreenPoint(double x, double y) {
    double distanceTo(ScreenPoint o) {
        return Math.hypot(x - o.x, y - o.y);
    }

    ScreenPoint plus(double dx, double dy) {
        return new ScreenPoint(x + dx, y + dy);
    }

    /// The distance from the straight line between `a` and `b`, ends included.
    double distanceTo(ScreenPoint a, ScreenPoint b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double squared = dx * dx + dy * dy;
        double along = squared == 0 ? 0 : Math.clamp(((x - a.x) * dx + (y - a.y) * dy) / squared, 0, 1);
        return distanceTo(new ScreenPoint(a.x + along * dx, a.y + along * dy));
    }
}
