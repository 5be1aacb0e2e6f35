package org.readingroom.desktop.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.ui.DraftSaver;
import org.readingroom.services.reading.DraftRescue;
import org.readingroom.services.reading.LateWords;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Keeps drafts in the session's home.
///
/// **Thread:** FX.
final class ReportDrafts implements DraftSaver {
    private final TaskRunner runner;
    private final ReportBase base;
    private final List<Runnable> waiting = new ArrayList<>();
    private int running;
    private boolean isLeft;
    private boolean isOver;

    ReportDrafts(TaskRunner runner, ReportBase base) {
        this.runner = runner;
        this.base = base;
    }

    @Override
    public void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed) {
        if (isOver) {
            return;
        }
        int version = base.version();
        running++;
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> base.save(draft, version),
                at -> {
                    saved.accept(at);
                    answered();
                },
                fault -> {
                    failed.accept(fault);
                    answered();
                });
    }

    @Override
    public boolean isKept(Exception fault) {
        return LateWords.isKept(fault) || isLeft && DraftRescue.isKept(fault);
    }

    /// The editor is closed: words that the disk did not take are tried once more and then left to the place of rescue,
    /// where the next opening of the report finds them. What no place took is tried until [#end].
    // [impl->req~report.draft.retries-end~1]
    void leave() {
        isLeft = true;
    }

    /// Nothing is tried any more: who owns the editor ends.
    void end() {
        isOver = true;
    }

    /// Runs `then` once no save is under way: at once when none is.
    void whenAnswered(Runnable then) {
        if (running == 0) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    /// An answer may have begun the next save.
    private void answered() {
        running--;
        if (running == 0) {
            List<Runnable> ready = List.copyOf(waiting);
            waiting.clear();
            ready.forEach(Runnable::run);
        }
    }
}
