package org.readingroom.desktop.desk;

import java.util.Arrays;
import java.util.List;
import org.readingroom.viewer.display.DisplaySet;

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
                other.goTo(position(leader.index(), staysMs(leader), other.count(), staysMs(other)));
            }
        }
    }

    /// How long each picture of the view stays; nothing where the file does not say it of all of them.
    private static double[] staysMs(ViewportModel view) {
        if (view.frame().isEmpty()) {
            return new double[0];
        }
        double[] stays = view.displaySet().map(DisplaySet::frames).orElse(List.of()).stream()
                .mapToDouble(frame -> frame.facts().frameTime().ms())
                .toArray();
        return Arrays.stream(stays).allMatch(ms -> ms > 0) ? stays : new double[0];
    }

    /// The picture that stands when picture `leader` of the other begins; pictures may stay for different times.
    ///
    /// **Units:** milliseconds each picture stays, empty for unknown.
    static int position(int leader, double[] leaderMs, int count, double[] ms) {
        if (leader >= leaderMs.length || ms.length != count) {
            return leader % count;
        }
        // half a microsecond is no frame: 3 x 33.3 ms must not fall short of 99.9 ms
        double left = (Arrays.stream(leaderMs, 0, leader).sum() + 5e-4)
                % Arrays.stream(ms).sum();
        int at = 0;
        while (at < count - 1 && left >= ms[at]) {
            left -= ms[at];
            at++;
        }
        return at;
    }
}
