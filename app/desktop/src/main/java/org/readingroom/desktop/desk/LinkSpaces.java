package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.viewport.PlaneFollowing;

/// How the places of one display set are found in another of the same patient.
///
/// Within one frame of reference exactly; between two by an alignment of series that a reader or the
/// computer made, or by the shift that a reader set when two views showed the same place; otherwise not.
///
/// **Thread:** FX.
// [impl->req~desk.linked-scroll~1]
final class LinkSpaces {
    /// The way from one set to another; `isFull` when all directions are known, not only that of a shift.
    record Way(AffineMap map, boolean isFull, Kind kind) {}

    enum Kind {
        SAME_FRAME,
        ALIGNED,
        BY_HAND
    }

    /// One frame of reference in one study; a series without one stands alone.
    private record Space(
            StudyUid study,
            @Nullable FrameOfReferenceUid reference,
            @Nullable SeriesUid series) {
        static Space of(DisplaySet set) {
            FrameOfReferenceUid reference = set.frames().getFirst().frameOfReference();
            return new Space(set.study(), reference, reference == null ? set.series() : null);
        }

        boolean isNamedLike(Space other) {
            return reference != null && reference.equals(other.reference);
        }
    }

    private record Pair(Space from, Space to) {}

    /// Of the places of one space to those of another, known along some directions only.
    private record Shift(Vec3 by, List<Vec3> directions) {
        static final Shift NONE = new Shift(Vec3.ZERO, List.of());

        Shift(Vec3 by, List<Vec3> directions) {
            this.by = by;
            this.directions = List.copyOf(directions);
        }

        boolean isKnown(Vec3 direction) {
            return directions.stream().anyMatch(known -> PlaneFollowing.areNearlyParallel(known, direction));
        }

        Shift back() {
            return new Shift(by.times(-1), directions);
        }
    }

    /// A degree: over a shift of 50 mm that moves what lies across by less than 1 mm.
    private static final double ACROSS = 0.02;

    private final ReadingDeskModel desk;
    private final Map<Pair, Shift> shifts = new HashMap<>();

    LinkSpaces(ReadingDeskModel desk) {
        this.desk = desk;
    }

    void clear() {
        shifts.clear();
    }

    /// The way along `direction`, the normal of the planes that are followed.
    Optional<Way> between(OpenSet from, OpenSet to, Vec3 direction) {
        if (!desk.studies().mayBeJoined(from.displaySet(), to.displaySet())) {
            return Optional.empty();
        }
        Space one = Space.of(from.displaySet());
        Space two = Space.of(to.displaySet());
        if (one.equals(two)) {
            return Optional.of(new Way(AffineMap.IDENTITY, true, Kind.SAME_FRAME));
        }
        return aligned(one, two)
                .map(map -> new Way(map, true, Kind.ALIGNED))
                .or(() -> shift(one, two, direction).map(by -> new Way(PlaneFollowing.shift(by), false, Kind.BY_HAND)))
                .or(() -> one.isNamedLike(two)
                        ? Optional.of(new Way(AffineMap.IDENTITY, true, Kind.SAME_FRAME))
                        : Optional.empty());
    }

    /// Whether no shift by hand is better than what is known: within one study, and where series were
    /// aligned. Of two studies that name one frame of reference the patient may have risen in between.
    boolean isExact(OpenSet from, OpenSet to) {
        Space one = Space.of(from.displaySet());
        Space two = Space.of(to.displaySet());
        return one.equals(two) || aligned(one, two).isPresent();
    }

    /// The shift set by hand so far; none is no shift.
    Vec3 shift(OpenSet from, OpenSet to) {
        return direct(Space.of(from.displaySet()), Space.of(to.displaySet()))
                .orElse(Shift.NONE)
                .by();
    }

    /// `by` holds along `direction`, and where it was known before across that: what lies obliquely to it is
    /// spoilt by the new shift.
    void set(OpenSet from, OpenSet to, Vec3 by, Vec3 direction) {
        Space one = Space.of(from.displaySet());
        Space two = Space.of(to.displaySet());
        List<Vec3> known = new ArrayList<>(direct(one, two).orElse(Shift.NONE).directions());
        known.removeIf(before -> !isAcross(before, direction));
        known.add(direction);
        shifts.put(new Pair(one, two), new Shift(by, known));
        shifts.remove(new Pair(two, one));
    }

    private static boolean isAcross(Vec3 one, Vec3 two) {
        return Math.abs(one.unit().dot(two.unit())) < ACROSS;
    }

    private Optional<AffineMap> aligned(Space from, Space to) {
        for (OpenSet base : desk.sets()) {
            for (OpenSet overlay : desk.sets()) {
                Space one = Space.of(base.displaySet());
                Space two = Space.of(overlay.displaySet());
                if ((one.equals(from) && two.equals(to)) || (one.equals(to) && two.equals(from))) {
                    Optional<AffineMap> map =
                            desk.alignments().of(base, overlay).map(Alignment::baseToOverlay);
                    if (map.isPresent()) {
                        return one.equals(from) ? map : map.map(AffineMap::inverse);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Set between the two, or over a third that both were set to.
    private Optional<Vec3> shift(Space from, Space to, Vec3 direction) {
        Optional<Vec3> between = known(from, to, direction);
        if (between.isPresent()) {
            return between;
        }
        for (Pair pair : shifts.keySet()) {
            for (Space third : List.of(pair.from(), pair.to())) {
                Optional<Vec3> first = known(from, third, direction);
                Optional<Vec3> second = known(third, to, direction);
                if (first.isPresent() && second.isPresent()) {
                    return Optional.of(first.get().plus(second.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Vec3> known(Space from, Space to, Vec3 direction) {
        return direct(from, to).filter(shift -> shift.isKnown(direction)).map(Shift::by);
    }

    private Optional<Shift> direct(Space from, Space to) {
        Shift by = shifts.get(new Pair(from, to));
        return by != null
                ? Optional.of(by)
                : Optional.ofNullable(shifts.get(new Pair(to, from))).map(Shift::back);
    }
}
