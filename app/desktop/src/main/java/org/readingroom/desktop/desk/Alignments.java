package org.readingroom.desktop.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How the series on the desk are aligned to each other, each pair with what it was before.
///
/// Marks and measurements rest on their own series; an alignment only moves what is laid over.
///
/// **Thread:** FX.
// [impl->req~desk.alignment~1]
final class Alignments {
    private record Pair(OpenSet base, OpenSet overlay) {}

    private final ReadingDeskModel desk;
    private final Map<Pair, Deque<Optional<Alignment>>> applied = new HashMap<>();

    Alignments(ReadingDeskModel desk) {
        this.desk = desk;
    }

    /// `overlay` as it lies over `base` now.
    FusedSet over(OpenSet base, OpenSet overlay) {
        return FusedSet.over(overlay).aligned(of(base, overlay).orElse(null));
    }

    /// Nothing where the headers hold.
    Optional<Alignment> of(OpenSet base, OpenSet overlay) {
        Deque<Optional<Alignment>> all = applied.get(new Pair(base, overlay));
        return all == null || all.isEmpty() ? Optional.empty() : all.getFirst();
    }

    void apply(OpenSet base, OpenSet overlay, Alignment alignment) {
        applied.computeIfAbsent(new Pair(base, overlay), pair -> new ArrayDeque<>())
                .push(Optional.of(alignment));
        show(base, overlay);
    }

    /// Takes the last alignment back; the one before holds again, at last the headers.
    void takeBack(OpenSet base, OpenSet overlay) {
        Deque<Optional<Alignment>> all = applied.get(new Pair(base, overlay));
        if (all != null && !all.isEmpty()) {
            all.pop();
            show(base, overlay);
        }
    }

    void clear() {
        applied.clear();
    }

    private void show(OpenSet base, OpenSet overlay) {
        for (ViewportModel view : desk.views()) {
            FusedSet now = view.additions().fusedProperty().get();
            if (now != null && now.set() == overlay && view.setProperty().get() == base) {
                view.additions()
                        .fusedProperty()
                        .set(now.aligned(of(base, overlay).orElse(null)));
            }
        }
    }
}
