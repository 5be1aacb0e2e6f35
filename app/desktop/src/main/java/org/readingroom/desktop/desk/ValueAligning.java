package org.readingroom.desktop.desk;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.registration.IntensityRegistration;
import org.readingroom.viewer.registration.RigidAlignment;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.Volume;

/// The computer's alignment of two series by their values, one at a time, as soon as both volumes are whole.
///
/// **Thread:** FX; the search is on the `io` lane.
// [impl->req~desk.alignment~1]
final class ValueAligning {
    private final TaskRunner tasks;
    private final Alignments alignments;
    private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private final InvalidationListener arriving = o -> advance();
    private @Nullable Handle searching;
    private boolean isAsking;

    /// What is aligned, and the message key of how it stands.
    record State(OpenSet base, OpenSet overlay, String messageKey) {}

    ValueAligning(TaskRunner tasks, Alignments alignments) {
        this.tasks = tasks;
        this.alignments = alignments;
    }

    ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How it stands with a series that others are aligned to: a message key.
    Optional<String> told(OpenSet base) {
        State now = state.get();
        return now != null && now.base() == base ? Optional.of(now.messageKey()) : Optional.empty();
    }

    /// Says that there is nothing to align in a view.
    void refuse(ViewportModel view) {
        OpenSet set = view.setProperty().get();
        if (set != null) {
            end(new State(set, set, "desk.align.no-partner"));
        }
    }

    boolean isUnderWay() {
        State now = state.get();
        return now != null && now.messageKey().equals("desk.align.searching");
    }

    /// Begins, or gives up what is under way.
    void toggle(OpenSet base, OpenSet overlay) {
        if (isUnderWay()) {
            cancel();
            return;
        }
        state.set(new State(base, overlay, "desk.align.searching"));
        base.volumeStateProperty().addListener(arriving);
        overlay.volumeStateProperty().addListener(arriving);
        advance();
    }

    void cancel() {
        end(null);
    }

    private void end(@Nullable State left) {
        State now = state.get();
        if (now != null) {
            now.base().volumeStateProperty().removeListener(arriving);
            now.overlay().volumeStateProperty().removeListener(arriving);
        }
        if (searching != null) {
            searching.cancel();
            searching = null;
        }
        state.set(left);
    }

    private void advance() {
        State now = state.get();
        if (now == null || searching != null || isAsking || !isUnderWay()) {
            return;
        }
        // the first question begins to bring a volume in, which is news of its own
        isAsking = true;
        Optional<Volume> below = whole(now.base());
        Optional<Volume> above = whole(now.overlay());
        isAsking = false;
        if (now.base().volumeStateProperty().get() instanceof LoadState.Failed failed) {
            end(new State(now.base(), now.overlay(), failed.reasonKey()));
        } else if (now.overlay().volumeStateProperty().get() instanceof LoadState.Failed failed) {
            end(new State(now.base(), now.overlay(), failed.reasonKey()));
        } else if (below.isPresent() && above.isPresent()) {
            search(now, below.get(), above.get());
        }
    }

    private static Optional<Volume> whole(OpenSet set) {
        return set.volume().map(made -> made.volume()).filter(Volume::isComplete);
    }

    private void search(State now, Volume below, Volume above) {
        AffineMap start = alignments
                .of(now.base(), now.overlay())
                .map(Alignment::baseToOverlay)
                .orElse(AffineMap.IDENTITY);
        searching = tasks.start(
                Lane.IO,
                Priority.PREFETCH,
                () -> IntensityRegistration.align(below, above, start, Progress.IGNORED),
                found -> found(now, found),
                fault -> failed(now, fault));
    }

    private void found(State now, RigidAlignment found) {
        searching = null;
        end(null);
        alignments.apply(now.base(), now.overlay(), Alignment.byValues(found.baseToOverlay()));
    }

    private void failed(State now, Exception fault) {
        searching = null;
        String key = fault instanceof WorkstationException known ? known.messageKey() : "desk.align.failed";
        end(new State(now.base(), now.overlay(), key));
    }
}
