package org.readingroom.desktop.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.SliceCache;

/// Which frames of a set were asked for, came, or failed; by their references, so that a set may grow meanwhile.
///
/// **Thread:** FX; slices are decoded on the `cpu` lane.
final class FrameArrivals {
    private final SliceCache slices;
    private final TaskRunner tasks;
    private final Runnable told;
    private final Map<FrameRef, Priority> asked = new HashMap<>();
    private final Map<FrameRef, Handle> underWay = new HashMap<>();
    private final Map<FrameRef, Exception> faults = new HashMap<>();
    private final Set<FrameRef> seen = new HashSet<>();
    private boolean isClosed;

    /// `told` is called for every slice and every failure that came.
    FrameArrivals(SliceCache slices, TaskRunner tasks, Runnable told) {
        this.slices = slices;
        this.tasks = tasks;
        this.told = told;
    }

    /// Those around `index`, closest first.
    void neighbours(List<ImageFrame> all, int index) {
        for (int distance = 1; distance <= 4; distance++) {
            for (int next : new int[] {index + distance, index - distance}) {
                if (next >= 0 && next < all.size() && fault(all.get(next)).isEmpty()) {
                    ask(all.get(next), Priority.NEIGHBOUR);
                }
            }
        }
    }

    /// Those from `start` outwards: all, or as many as fill half of what may be held.
    void prefetch(List<ImageFrame> all, int start, Priority priority) {
        PixelFormat format = all.getFirst().format();
        long frameBytes = 2L * format.columns() * format.rows() * format.samplesPerPixel();
        long reach = Math.min(all.size(), slices.budgetBytes() / 4 / Math.max(1, frameBytes));
        for (int distance = 0; distance < reach; distance++) {
            for (int next : distance == 0 ? new int[] {start} : new int[] {start + distance, start - distance}) {
                if (next >= 0 && next < all.size()) {
                    ask(all.get(next), priority);
                }
            }
        }
    }

    void ask(ImageFrame frame, Priority priority) {
        FrameRef ref = frame.ref();
        Priority before = asked.get(ref);
        boolean isAsked = before != null && before.compareTo(priority) <= 0;
        if (isClosed || isAsked || slices.held(frame).isPresent()) {
            return;
        }
        asked.put(ref, priority);
        Handle less = underWay.get(ref);
        Handle more = tasks.start(
                Lane.CPU,
                priority,
                () -> slices.slice(frame, priority),
                slice -> came(ref, null),
                fault -> came(ref, fault));
        // what was asked for with less haste still runs; it finds the slice here, or is given up with the set
        underWay.put(
                ref,
                less == null
                        ? more
                        : () -> {
                            less.cancel();
                            more.cancel();
                        });
    }

    private void came(FrameRef ref, @Nullable Exception fault) {
        asked.remove(ref);
        underWay.remove(ref);
        if (fault instanceof CancellationException) {
            return;
        }
        if (fault == null) {
            faults.remove(ref);
            seen.add(ref);
        } else {
            faults.put(ref, fault);
            seen.remove(ref);
        }
        told.run();
    }

    Optional<Exception> fault(ImageFrame frame) {
        return Optional.ofNullable(faults.get(frame.ref()));
    }

    int broken() {
        return faults.size();
    }

    int seen() {
        return seen.size();
    }

    void giveUp() {
        Map<FrameRef, Handle> running = Map.copyOf(underWay);
        underWay.clear();
        asked.clear();
        running.values().forEach(Handle::cancel);
    }

    /// Gives up everything under way; nothing is asked for any more.
    void close() {
        isClosed = true;
        giveUp();
    }
}
