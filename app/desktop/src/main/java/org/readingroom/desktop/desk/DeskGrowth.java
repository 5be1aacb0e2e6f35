package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// Takes up what arrives of a study on the desk: sets grow, and every view stays at the frame it shows, with the look
/// it has.
///
/// **Thread:** FX.
// [impl->req~desk.growing-set~1]
public final class DeskGrowth {
    private final ReadingDeskModel desk;

    public DeskGrowth(ReadingDeskModel desk) {
        this.desk = desk;
    }

    /// `sets` are all that there are of one series now. A set that is on the desk grows to the one that holds most of
    /// its frames; what no set on the desk has anything of comes on the desk anew.
    public void take(StudyUid study, SeriesUid series, List<DisplaySet> sets) {
        List<DisplaySet> left = new ArrayList<>(sets);
        List<OpenSet> lost = new ArrayList<>();
        for (OpenSet open : open(study, series)) {
            Optional<DisplaySet> next = likest(open, left);
            if (next.isPresent()) {
                left.remove(next.get());
                grow(open, next.get());
            } else {
                lost.add(open);
            }
        }
        for (OpenSet open : lost) {
            merge(open, study, series);
        }
        if (!left.isEmpty()) {
            if (desk.studies().of(study).map(DeskStudy::isCurrent).orElse(true)) {
                desk.more(left);
            } else {
                desk.studies().add(study, left);
            }
        }
    }

    /// Says of every set of a study how much of its series is here; nothing where all is.
    public void mark(StudyUid study, Function<SeriesUid, @Nullable Arriving> standing) {
        for (OpenSet open : desk.studies().sets(study)) {
            Arriving now = open.displaySet().isDerived()
                    ? null
                    : standing.apply(open.displaySet().series());
            if (!Objects.equals(now, open.arrivingProperty().get())) {
                open.arriving(now);
            }
        }
    }

    private List<OpenSet> open(StudyUid study, SeriesUid series) {
        return desk.studies().sets(study).stream()
                .filter(open -> open.displaySet().series().equals(series)
                        && !open.displaySet().isDerived())
                .toList();
    }

    private static Optional<DisplaySet> likest(OpenSet open, List<DisplaySet> sets) {
        Set<FrameRef> frames = refs(open.displaySet());
        DisplaySet best = null;
        long most = 0;
        for (DisplaySet set : sets) {
            long shared = set.frames().stream()
                    .filter(frame -> frames.contains(frame.ref()))
                    .count();
            if (shared > most) {
                most = shared;
                best = set;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<FrameRef> refs(DisplaySet set) {
        Set<FrameRef> refs = new HashSet<>();
        set.frames().forEach(frame -> refs.add(frame.ref()));
        return refs;
    }

    private void grow(OpenSet open, DisplaySet more) {
        DisplaySet before = open.displaySet();
        if (before.frames().stream()
                .map(ImageFrame::ref)
                .toList()
                .equals(more.frames().stream().map(ImageFrame::ref).toList())) {
            return;
        }
        Map<FrameRef, Integer> places = new HashMap<>();
        for (int i = 0; i < more.frames().size(); i++) {
            places.put(more.frames().get(i).ref(), i);
        }
        Map<ViewportModel, Integer> positions = new HashMap<>();
        for (ViewportModel view : desk.views()) {
            if (view.setProperty().get() == open && view.frame().isPresent()) {
                positions.put(view, view.index());
            }
        }
        open.grow(more);
        positions.forEach((view, index) -> {
            int last = before.frames().size() - 1;
            view.cine().renumber(old -> place(before, places, Math.clamp(old, 0, last)));
            // a page of tiles follows its first
            if (!desk.tiling().isOn() || desk.grid().inLayout().getFirst().equals(view)) {
                view.goTo(place(before, places, index));
            }
        });
    }

    /// Where a frame is now; the closest that stayed, when it went to another set.
    private static int place(DisplaySet before, Map<FrameRef, Integer> places, int index) {
        for (int away = 0; away < before.frames().size(); away++) {
            for (int at : new int[] {index + away, index - away}) {
                if (at >= 0 && at < before.frames().size()) {
                    Integer found = places.get(before.frames().get(at).ref());
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return 0;
    }

    /// Two sets turned out to be one: views of the lost one show its frames where they are now.
    private void merge(OpenSet lost, StudyUid study, SeriesUid series) {
        List<OpenSet> others =
                open(study, series).stream().filter(other -> other != lost).toList();
        for (ViewportModel view : desk.views()) {
            if (view.setProperty().get() == lost) {
                Optional<FrameRef> at = view.frame().map(ImageFrame::ref);
                view.show(null);
                for (OpenSet other : others) {
                    List<FrameRef> refs = other.displaySet().frames().stream()
                            .map(ImageFrame::ref)
                            .toList();
                    if (at.isPresent() && refs.contains(at.get())) {
                        view.show(other);
                        view.goTo(refs.indexOf(at.get()));
                    }
                }
            }
        }
        desk.sets().remove(lost);
        lost.close();
    }
}
