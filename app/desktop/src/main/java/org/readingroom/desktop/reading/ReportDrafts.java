package org.readingroom.desktop.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.ui.DraftSaver;
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

    ReportDrafts(TaskRunner runner, ReportBase base) {
        this.runner = runner;
        this.base = base;
    }

    @Override
    public void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed) {
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
        return LateWords.isKept(fault);
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
