package org.readingroom.desktop.desk;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.PlaneStack;

/// Keeps a reformat at its place in the patient while the volume under it is not known yet, or grows.
///
/// **Thread:** FX.
final class PlaneKeeper {
    /// Index that stands for "the middle" until the volume and with it the count is known.
    static final int MIDDLE = Integer.MAX_VALUE;

    private @Nullable Vec3 sought;
    private @Nullable PlaneStack last;

    /// Another kind of plane, or another set: what was is forgotten; the next volume is opened at `place`, or in its
    /// middle.
    void seek(@Nullable Vec3 place) {
        sought = place;
        last = null;
    }

    /// The position among `planes` that lies where `index` did.
    int settle(PlaneStack planes, int index) {
        PlaneStack before = last;
        last = planes;
        if (index == MIDDLE) {
            int found = sought == null ? planes.count() / 2 : planes.nearest(sought);
            sought = null;
            return found;
        }
        if (before != null && !before.equals(planes) && isParallel(before, planes)) {
            return planes.nearest(before.plane(index).centre());
        }
        return Math.min(index, planes.count() - 1);
    }

    /// A turn of the planes is no growth.
    private static boolean isParallel(PlaneStack one, PlaneStack other) {
        return one.first().normal().distanceTo(other.first().normal()) < 1e-6;
    }
}
