package org.readingroom.desktop.tools;

/// A hand on the mouse over one view at a time.
final class Hand {
    private final FakeDesk desk;
    final MarkGestures gestures;

    Hand(FakeDesk desk) {
        this(desk, new EdgeSnap());
    }

    Hand(FakeDesk desk, EdgeSnap snap) {
        this.desk = desk;
        this.gestures = new MarkGestures(desk.marks, snap);
    }

    boolean press(FakeView view, double x, double y) {
        return gestures.press(new ScreenPoint(x, y), view.space(), desk.scene(view), false);
    }

    void follow(FakeView view, double x, double y) {
        gestures.follow(new ScreenPoint(x, y), view.space(), false);
    }

    void release(FakeView view, double x, double y) {
        gestures.release(new ScreenPoint(x, y), view.space(), false);
        desk.tasks.runAll();
    }

    /// Press, some way, release.
    void drag(FakeView view, double fromX, double fromY, double toX, double toY) {
        press(view, fromX, fromY);
        follow(view, (fromX + toX) / 2, (fromY + toY) / 2);
        follow(view, toX, toY);
        release(view, toX, toY);
    }

    void click(FakeView view, double x, double y) {
        follow(view, x, y);
        press(view, x, y);
        release(view, x, y);
    }
}
