package org.readingroom.desktop.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.FxProgress;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// One import at a time, told in the status line.
///
/// **Thread:** FX.
public final class ImportViewModel {
    /// Takes files in; blocks.
    @FunctionalInterface
    public interface Importer {
        ImportSummary importPaths(List<Path> paths, Progress progress) throws WorkstationException;
    }

    private final Importer importer;
    private final TaskRunner runner;
    private final Executor fx;
    private final StatusViewModel status;
    private final Words words;
    private final Consumer<ImportSummary> finished;
    private @Nullable FxProgress running;

    public ImportViewModel(
            Importer importer,
            TaskRunner runner,
            Executor fx,
            StatusViewModel status,
            Words words,
            Consumer<ImportSummary> finished) {
        this.importer = importer;
        this.runner = runner;
        this.fx = fx;
        this.status = status;
        this.words = words;
        this.finished = finished;
    }

    public boolean isRunning() {
        return running != null;
    }

    public void take(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        if (running != null) {
            status.say(Tone.ATTENTION, words.get("desktop.import.one-at-a-time"));
            return;
        }
        FxProgress progress = new FxProgress(fx, this::tell);
        running = progress;
        status.working(this, words.get("desktop.import.running"), -1, this::cancel);
        runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> importer.importPaths(List.copyOf(paths), progress),
                this::ended,
                fault -> {
                    rest();
                    status.say(Tone.CRITICAL, words.about(fault));
                });
    }

    private void tell(long done, long total) {
        FxProgress now = running;
        if (now != null && !now.isCancelled()) {
            status.working(
                    this,
                    total > 0
                            ? words.get("desktop.import.running-of", done, total)
                            : words.get("desktop.import.running-count", done),
                    total > 0 ? (double) done / total : -1,
                    this::cancel);
        }
    }

    /// The file in hand is still taken whole; until then the line says that the wish was heard.
    private void cancel() {
        FxProgress now = running;
        if (now != null) {
            now.cancel();
            status.working(this, words.get("desktop.import.cancelling"), -1, null);
        }
    }

    private void ended(ImportSummary summary) {
        rest();
        int skipped = summary.skipped().size();
        String told = words.get(
                summary.isCancelled() ? "desktop.import.cancelled" : "desktop.import.done",
                summary.imported(),
                summary.duplicates(),
                skipped);
        status.say(summary.isCancelled() || skipped > 0 ? Tone.ATTENTION : Tone.DONE, told);
        finished.accept(summary);
    }

    private void rest() {
        running = null;
        status.rested(this);
    }
}
