package org.readingroom.desktop.desk;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Subtractions;
import org.readingroom.viewer.volume.VolumeAssembler.SliceSource;

/// Frames of one set with their mask taken off, made when somebody looks at them.
///
/// **Thread:** FX; frames are loaded and subtracted on the `cpu` lane.
// [impl->req~desk.mask~1]
final class SubtractedSlices {
    /// chosen: what a loop of the wheel goes back and forth over; six megabytes each at 1024 x 1024.
    private static final int KEPT = 24;

    private final DisplaySet set;
    private final SliceSource source;
    private final TaskRunner tasks;
    private final Runnable arrived;
    private final Map<Key, GreySlice> made = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Exception> faults = new HashMap<>();
    private final Map<Key, Handle> underWay = new HashMap<>();

    private record Key(int index, MaskSubtraction how) {}

    /// `arrived` is called for every difference and every failure that came.
    SubtractedSlices(DisplaySet set, SliceSource source, TaskRunner tasks, Runnable arrived) {
        this.set = set;
        this.source = source;
        this.tasks = tasks;
        this.arrived = arrived;
    }

    /// The frame at `index` made as `how` says; nothing while that is under way, or failed.
    Optional<Slice> slice(int index, MaskSubtraction how) {
        Key key = new Key(index, how);
        GreySlice slice = made.get(key);
        if (slice == null && !faults.containsKey(key) && !underWay.containsKey(key)) {
            ImageFrame frame = set.frames().get(index);
            underWay.put(
                    key,
                    tasks.start(
                            Lane.CPU,
                            Priority.ON_SCREEN,
                            () -> Subtractions.slice(set, frame, how, source),
                            difference -> came(key, difference),
                            fault -> failed(key, fault)));
        }
        return Optional.ofNullable(slice);
    }

    /// Why there is no difference: a mask frame is missing, or a frame cannot be read.
    Optional<Exception> fault(int index, MaskSubtraction how) {
        return Optional.ofNullable(faults.get(new Key(index, how)));
    }

    private void came(Key key, GreySlice difference) {
        underWay.remove(key);
        made.put(key, difference);
        Iterator<Key> oldest = made.keySet().iterator();
        while (made.size() > KEPT) {
            oldest.next();
            oldest.remove();
        }
        arrived.run();
    }

    private void failed(Key key, Exception fault) {
        underWay.remove(key);
        if (!(fault instanceof CancellationException)) {
            faults.put(key, fault);
            arrived.run();
        }
    }

    void close() {
        underWay.values().forEach(Handle::cancel);
        underWay.clear();
        made.clear();
    }
}
