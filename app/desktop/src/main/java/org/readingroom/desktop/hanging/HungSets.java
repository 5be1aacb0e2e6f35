package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.Arriving;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.hanging.HungSet;

/// The display sets on the desk as the rules see them.
///
/// **Thread:** FX.
final class HungSets {
    /// chosen: half a degree; scanners round.
    private static final double PARALLEL = Math.cos(Math.toRadians(0.5));

    private final ReadingDeskModel desk;
    private final ToIntFunction<OpenSet> priors;
    private final Map<OpenSet, HungSet> known = new HashMap<>();
    /// What each was seen as: sets grow while their images arrive.
    private final Map<OpenSet, DisplaySet> sets = new HashMap<>();

    private int counted;

    /// `priors` says of which study a set is: 0 of the one being read, 1 of its latest prior; below
    /// 0 for one that no rule may hang.
    HungSets(ReadingDeskModel desk, ToIntFunction<OpenSet> priors) {
        this.desk = desk;
        this.priors = priors;
    }

    /// In the order of the thumbnails; what was computed here is hung by hand only.
    @SuppressWarnings("ReferenceEquality") // a set that grew is another one
    List<HungSet> all() {
        List<HungSet> all = new ArrayList<>();
        for (OpenSet open : desk.sets()) {
            int prior = priors.applyAsInt(open);
            if (prior >= 0 && !open.displaySet().isDerived()) {
                HungSet seen = known.get(open);
                if (seen == null) {
                    counted++;
                }
                if (seen == null || seen.prior() != prior || open.displaySet() != sets.get(open)) {
                    String id = seen == null ? counted + " " + open.displaySet().id() : seen.id();
                    seen = seen(open, prior).withId(id);
                    known.put(open, seen);
                    sets.put(open, open.displaySet());
                }
                all.add(seen);
            }
        }
        return all;
    }

    /// Half a stack with gaps is no volume yet, and is hung where it will belong.
    // [impl->req~hanging.arriving~1]
    private static HungSet seen(OpenSet open, int prior) {
        HungSet seen = HungSet.of(open.displaySet(), prior);
        Arriving arriving = open.arrivingProperty().get();
        boolean isComing = arriving != null && !arriving.isSeriesWhole();
        return isComing && isStack(open.displaySet()) ? seen.asVolume() : seen;
    }

    private static boolean isStack(DisplaySet set) {
        ImagePlane first = set.frames().getFirst().plane();
        return first != null
                && set.frames().stream()
                        .allMatch(frame -> frame.plane() != null
                                && Math.abs(frame.plane().normal().dot(first.normal())) > PARALLEL);
    }

    /// What a view shows, as the rules see it.
    @Nullable
    HungSet of(@Nullable OpenSet open) {
        all();
        return open == null ? null : known.get(open);
    }

    Optional<OpenSet> open(@Nullable HungSet set) {
        return set == null
                ? Optional.empty()
                : desk.sets().stream()
                        .filter(open ->
                                known.containsKey(open) && known.get(open).id().equals(set.id()))
                        .findFirst();
    }

    void forget() {
        known.clear();
        sets.clear();
    }
}
