package org.readingroom.desktop.desk;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.GrowingVolume;
import org.readingroom.viewer.volume.VolumeAssembler;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;
import org.readingroom.viewer.volume.VolumeAssembler.SliceSource;

/// The volume of one display set while its slices arrive, and once it is whole.
///
/// **Thread:** FX, but for what it starts on the `io` lane.
// [impl->req~desk.growing-volume~1]
final class OpenVolume {
    /// chosen: often enough to see it grow, seldom enough not to draw for every slice.
    private static final int SLICES_PER_SIGHT = 8;

    private DisplaySet set;
    private final SliceSource source;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Waiting());
    private @Nullable AssembledVolume latest;
    private @Nullable Handle filling;
    private boolean closed;
    private boolean isWhole = true;
    /// The set has grown since the filling began.
    private boolean isStale;
    /// Counts the units: what was begun in an older one is not taken.
    private int round;

    OpenVolume(DisplaySet set, SliceSource source, TaskRunner tasks) {
        this.set = set;
        this.source = source;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is here of it; the first call begins to bring it in. Only a complete one may be measured.
    Optional<AssembledVolume> get() {
        int mine = round;
        DisplaySet whose = set;
        if (!closed && filling == null && !(state.get() instanceof LoadState.Failed)) {
            // before the state tells anybody, who may ask again at once
            start(whose, mine);
            state.set(new LoadState.Partial(0, set.frames().size()));
        }
        return Optional.ofNullable(latest);
    }

    private void start(DisplaySet whose, int mine) {
        boolean isAll = isWhole;
        // a volume that is filled again stays as it is until all that came since is in it
        boolean isFirst = latest == null;
        isStale = false;
        filling = tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> fill(whose, mine, isAll, isFirst),
                whole -> filled(mine, whole),
                fault -> failed(mine, fault));
    }

    private AssembledVolume fill(DisplaySet whose, int mine, boolean isAll, boolean isFirst)
            throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(whose, isAll);
        VolumeAssembler.fill(growing, source, new Progress() {
            @Override
            public void at(long done, long total) {
                if (isFirst && done < total && (done == 1 || done % SLICES_PER_SIGHT == 0)) {
                    growing.snapshot()
                            .ifPresent(seen -> tasks.start(
                                    Lane.FX, Priority.ON_SCREEN, () -> grown(mine, seen, (int) done, (int) total)));
                }
            }

            @Override
            public boolean isCancelled() {
                return Thread.currentThread().isInterrupted();
            }
        });
        return growing.snapshot().orElseThrow(() -> new IllegalStateException("every slice has arrived"));
    }

    /// Sights come from several threads: an older one never takes the place of a newer.
    private void grown(int of, AssembledVolume seen, int done, int total) {
        if (of == round && state.get() instanceof LoadState.Partial before && before.loadedFrames() < done) {
            latest = seen;
            state.set(new LoadState.Partial(done, total));
        }
    }

    private void filled(int of, AssembledVolume whole) {
        if (of == round) {
            latest = whole;
            boolean isOld = isStale;
            if (isOld) {
                start(set, round);
            }
            // what a volume with gaps shows is not to be read as if it were whole
            int frames = set.frames().size();
            state.set(
                    whole.volume().isComplete() && isWhole && !isOld
                            ? new LoadState.Complete()
                            : new LoadState.Partial(isOld ? 0 : frames, frames));
        }
    }

    /// The set has more frames; what is shown stays until they are in it.
    void grow(DisplaySet more) {
        set = more;
        again();
    }

    /// Whether all frames that there are of the set are here.
    void whole(boolean isAll) {
        if (isWhole != isAll) {
            isWhole = isAll;
            again();
        }
    }

    private void again() {
        isStale = true;
        switch (state.get()) {
            case LoadState.Failed failed -> restart(set);
            case LoadState.Complete complete -> refill();
            case LoadState.Partial partial when partial.loadedFrames() == partial.totalFrames() -> refill();
            default -> {}
        }
    }

    private void refill() {
        if (!closed) {
            start(set, round);
            state.set(new LoadState.Partial(0, set.frames().size()));
        }
    }

    private void failed(int of, Exception fault) {
        if (of != round) {
            return;
        }
        if (isStale) {
            restart(set);
            return;
        }
        latest = null;
        state.set(new LoadState.Failed(
                fault instanceof WorkstationException known ? known.messageKey() : "viewer.volume.failed"));
    }

    /// Begins anew with the same frames, whose values are read in another unit.
    void restart(DisplaySet other) {
        close();
        closed = false;
        set = other;
        round++;
        filling = null;
        state.set(new LoadState.Waiting());
    }

    /// Gives up what is under way and lets go of what is here.
    void close() {
        closed = true;
        if (filling != null) {
            filling.cancel();
        }
        latest = null;
    }
}
