package org.readingroom.desktop.desk;

import org.readingroom.viewer.geometry.AffineMap;

/// Where a second series lies over the first, other than its header says; how that was found is said wherever it shows.
///
/// `baseToOverlay` leads from the patient space of the first series to that of the second. With [Way#POINTS] `pairs`
/// and `rmsMm` tell how many pairs of points and how far they stay apart.
public record Alignment(AffineMap baseToOverlay, Way way, int pairs, double rmsMm) {
    enum Way {
        /// By pairs of points that a reader set.
        POINTS,
        /// By the computer, from the values.
        VALUES
    }

    static Alignment byValues(AffineMap baseToOverlay) {
        return new Alignment(baseToOverlay, Way.VALUES, 0, 0);
    }
}
