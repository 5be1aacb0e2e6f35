package org.readingroom.report.ui;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.report.model.Report;
import org.readingroom.report.ui.SaveState.Failed;
import org.readingroom.report.ui.SaveState.Saved;
import org.readingroom.report.ui.SaveState.Unsaved;
import org.readingroom.report.ui.SaveState.Untouched;

/// Hands the draft to the saver soon after it changed, one at a time, and again when that failed, unless the words are
/// kept in another place then.
///
/// The wait counts from the first unsaved change, so that steady typing is kept as well.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.draft~1]
final class DraftKeeper {
    /// chosen: leaves the saver 200 ms of the second the requirement allows.
    static final Duration WAIT = Duration.ofMillis(800);
    /// chosen: long enough not to hammer a full disk, short enough to be noticed when it has room
    /// again.
    static final Duration RETRY = Duration.ofSeconds(5);

    private final DraftSaver saver;
    private final Delay delay;
    private final Supplier<Report> draft;
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(new Untouched());
    private boolean scheduled;
    private boolean running;
    private boolean changedSince;
    private boolean hurried;
    private boolean stopped;
    /// Counts documents; an answer that belongs to an earlier one is passed over.
    private int document;

    DraftKeeper(DraftSaver saver, Delay delay, Supplier<Report> draft) {
        this.saver = saver;
        this.delay = delay;
        this.draft = draft;
    }

    ReadOnlyObjectProperty<SaveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void changed() {
        if (stopped) {
            return;
        }
        changedSince = true;
        state.set(new Unsaved());
        schedule(WAIT);
    }

    /// Saves now what is not saved yet, or as soon as the save that runs has ended.
    void flush() {
        if (!changedSince || stopped) {
            return;
        }
        if (running) {
            hurried = true;
        } else {
            save();
        }
    }

    /// Saves nothing any more: the report is signed, a late draft must not come back.
    void stop() {
        stopped = true;
        changedSince = false;
        running = false;
        document++;
    }

    /// Begins anew with another document.
    void resume() {
        stop();
        stopped = false;
        state.set(new Untouched());
    }

    private void schedule(Duration wait) {
        if (!scheduled && !running) {
            scheduled = true;
            delay.after(wait, () -> {
                scheduled = false;
                flush();
            });
        }
    }

    private void save() {
        running = true;
        changedSince = false;
        hurried = false;
        int saving = document;
        saver.save(draft.get(), at -> ended(saving, new Saved(at)), cause -> ended(saving, new Failed(cause)));
    }

    private void ended(int saving, SaveState outcome) {
        if (saving != document) {
            return;
        }
        running = false;
        if (outcome instanceof Failed(Exception cause) && !saver.isKept(cause)) {
            changedSince = true;
            state.set(outcome);
            schedule(RETRY);
        } else if (!changedSince) {
            state.set(outcome);
        } else if (hurried) {
            save();
        } else {
            schedule(WAIT);
        }
    }
}
