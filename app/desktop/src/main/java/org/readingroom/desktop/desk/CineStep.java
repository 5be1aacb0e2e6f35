package org.readingroom.desktop.desk;

import org.readingroom.viewer.display.FrameTime;
import org.readingroom.viewer.display.ImageFrame;

/// Where the other views stand while one plays: at the same time where both files say how long a picture stays, else at
/// the same position; past their end they begin anew.
///
/// While scrolling is linked, views go along by their place in the patient instead.
// [impl->req~desk.cine-in-step~1]
final class CineStep {
    private CineStep() {}

    /// Takes every other visible view along.
    static void follow(ReadingDeskModel desk, ViewportModel leader) {
        LinkSwitches links = desk.links().switches();
        if (links.isOn(links.scrollProperty())) {
            return;
        }
        for (ViewportModel other : desk.visible()) {
            if (other != leader && other.isFlat() && other.count() > 1) {
                other.goTo(position(leader.index(), stayMs(leader), other.count(), stayMs(other)));
            }
        }
    }

    /// 0 where the file does not say.
    private static double stayMs(ViewportModel view) {
        return view.frame()
                .map(ImageFrame::facts)
                .map(facts -> facts.frameTime())
                .orElse(FrameTime.UNKNOWN)
                .ms();
    }

    /// **Units:** milliseconds a picture stays, 0 for unknown.
    static int position(int leader, double leaderMs, int count, double ms) {
        boolean isTimed = leaderMs > 0 && ms > 0;
        // half a microsecond is no frame: 3 x 33.3 ms must not fall short of 99.9 ms
        long at = isTimed ? (long) Math.floor(leader * leaderMs / ms + 1e-6) : leader;
        return (int) (at % count);
    }
}
