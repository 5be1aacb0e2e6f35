package org.readingroom.desktop.reading;

import java.time.Instant;
import java.util.function.Consumer;
import org.readingroom.report.model.Report;
import org.readingroom.report.ui.DraftSaver;
import org.readingroom.services.reading.ReportService;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Keeps drafts in the session's home.
final class ReportDrafts implements DraftSaver {
    private final ReportService reports;
    private final TaskRunner runner;
    private final BaseVersion base;

    ReportDrafts(ReportService reports, TaskRunner runner, BaseVersion base) {
        this.reports = reports;
        this.runner = runner;
        this.base = base;
    }

    @Override
    public void save(Report draft, Consumer<Instant> saved, Consumer<Exception> failed) {
        int version = base.get();
        runner.start(Lane.IO, Priority.ON_SCREEN, () -> reports.saveDraft(draft, version), saved, failed);
    }
}
