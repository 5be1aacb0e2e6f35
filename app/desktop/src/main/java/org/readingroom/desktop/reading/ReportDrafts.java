package org.readingroom.desktop.reading;

import java.time.Instant;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.ui.DraftSaver;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Keeps drafts in the session's home.
final class ReportDrafts implements DraftSaver {
    private final TaskRunner runner;
    private final ReportBase base;

    ReportDrafts(TaskRunner runner, ReportBase base) {
        this.runner = runner;
        this.base = base;
    }

    @Override
    public void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed) {
        int version = base.version();
        runner.start(Lane.IO, Priority.ON_SCREEN, () -> base.save(draft, version), saved, failed);
    }
}
