package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.PointRegistration;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Layout;

/// Pairs of points being set, the same place in a series and in one laid over it.
///
/// **Space:** each point in the patient space of its series, mm. **Thread:** FX.
// [impl->req~desk.alignment~1]
public final class PointAligning {
    private final ReadingDeskModel desk;
    private final ReadOnlyObjectWrapper<@Nullable Pairs> pairs = new ReadOnlyObjectWrapper<>();

    /// One of the two lists may be a point longer: its partner is still to come.
    record Pairs(OpenSet base, OpenSet overlay, List<Vec3> inBase, List<Vec3> inOverlay) {
        Pairs {
            inBase = List.copyOf(inBase);
            inOverlay = List.copyOf(inOverlay);
        }

        int whole() {
            return Math.min(inBase.size(), inOverlay.size());
        }

        /// The rigid map of the whole pairs; nothing for fewer than three or for points on one line.
        Optional<PointRegistration> registration() {
            List<Vec3> from = inBase.subList(0, whole());
            List<Vec3> to = inOverlay.subList(0, whole());
            return PointRegistration.isSolvable(from, to)
                    ? Optional.of(PointRegistration.of(from, to))
                    : Optional.empty();
        }
    }

    PointAligning(ReadingDeskModel desk) {
        this.desk = desk;
        pairs.addListener(o -> desk.repaintMarks());
    }

    ReadOnlyObjectProperty<@Nullable Pairs> pairsProperty() {
        return pairs.getReadOnlyProperty();
    }

    /// Begins with two series side by side, or leaves it all as it was.
    void toggle(OpenSet base, OpenSet overlay) {
        if (pairs.get() != null) {
            cancel();
            return;
        }
        desk.tiling().stop();
        if (desk.visible().size() < 2) {
            desk.arrange(Layout.TWO_BESIDE);
        }
        List<ViewportModel> views = desk.visible();
        show(views.get(0), base);
        show(views.get(1), overlay);
        desk.activate(views.getFirst());
        pairs.set(new Pairs(base, overlay, List.of(), List.of()));
    }

    private static void show(ViewportModel view, OpenSet set) {
        if (view.setProperty().get() != set) {
            view.show(set);
        }
        view.additions().fusedProperty().set(null);
    }

    void cancel() {
        pairs.set(null);
    }

    /// Whether `view` shows one of the two.
    boolean takes(ViewContext view) {
        Pairs now = pairs.get();
        return now != null && (isOf(now.base(), view) || isOf(now.overlay(), view));
    }

    static boolean isOf(OpenSet set, ViewContext view) {
        return view.volume().isInPatient() && view.displaySet().equals(set.displaySet());
    }

    /// A point in the series that `view` shows; one that waits for its partner in the other series is set anew.
    void add(ViewContext view, Vec3 pPatient) {
        Pairs now = pairs.get();
        if (now == null) {
            return;
        }
        boolean inBase = isOf(now.base(), view);
        List<Vec3> mine = new ArrayList<>(inBase ? now.inBase() : now.inOverlay());
        if (mine.size() > now.whole()) {
            mine.removeLast();
        }
        mine.add(pPatient);
        pairs.set(new Pairs(now.base(), now.overlay(), inBase ? mine : now.inBase(), inBase ? now.inOverlay() : mine));
    }

    /// The point that waits, else the last pair.
    void removeLast() {
        Pairs now = pairs.get();
        if (now != null) {
            boolean waits = now.inBase().size() != now.inOverlay().size();
            int left = waits ? now.whole() : Math.max(0, now.whole() - 1);
            pairs.set(new Pairs(
                    now.base(),
                    now.overlay(),
                    now.inBase().subList(0, left),
                    now.inOverlay().subList(0, left)));
        }
    }

    /// Lays the second series over the first by these pairs; while they settle nothing it goes on.
    void finish() {
        Pairs now = pairs.get();
        if (now == null || now.registration().isEmpty()) {
            return;
        }
        PointRegistration found = now.registration().get();
        cancel();
        desk.alignments()
                .apply(
                        now.base(),
                        now.overlay(),
                        new Alignment(found.map(), Alignment.Way.POINTS, now.whole(), found.rmsMm()));
        for (ViewportModel view : desk.visible()) {
            if (view.setProperty().get() == now.base()) {
                view.additions().fusedProperty().set(desk.alignments().over(now.base(), now.overlay()));
            }
        }
    }
}
