package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.nuclear.SuvUnits;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the headers of a study's files and splits them into display sets, series by series. Pixels stay on the disk.
///
/// The headers of one series are read on all cores at once, since opening a sealed file is work for the processor.
/// A file that cannot be read is left out, counted, and said.
///
/// **Thread:** any but `fx`, `gl` and `cpu`; blocks; an interrupt stops it between files.
public final class StudyLoader {
    private static final Logger LOG = LoggerFactory.getLogger(StudyLoader.class);

    /// chosen: a few milliseconds of work, so that a picture asked for meanwhile waits no longer.
    private static final int BATCH = 16;

    private record Read(List<ImageHeader> headers, int unread) {}

    private final StudyStore store;
    private final TaskRunner runner;

    public StudyLoader(StudyStore store, TaskRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /// Hands the display sets of each series to `ready` as they are known; returns how many files were left out.
    public int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        return load(study, Priority.ON_SCREEN, ready);
    }

    /// The same with the haste that the study deserves: a prior waits for the study that is read.
    public int load(StudyUid study, Priority haste, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        int unread = 0;
        for (Series series : store.series(study)) {
            List<ImageHeader> headers = new ArrayList<>();
            List<StoredInstance> images = store.instances(series.uid()).stream()
                    .filter(instance -> instance.frames() > 0)
                    .toList();
            List<CompletableFuture<Read>> parts = new ArrayList<>();
            List<Handle> handles = new ArrayList<>();
            for (int from = 0; from < images.size(); from += BATCH) {
                List<StoredInstance> batch = images.subList(from, Math.min(from + BATCH, images.size()));
                CompletableFuture<Read> part = new CompletableFuture<>();
                parts.add(part);
                handles.add(runner.start(Lane.CPU, haste, () -> read(batch, part)));
            }
            try {
                for (CompletableFuture<Read> part : parts) {
                    Read read = part.get();
                    headers.addAll(read.headers());
                    unread += read.unread();
                }
            } catch (InterruptedException e) {
                handles.forEach(Handle::cancel);
                Thread.currentThread().interrupt();
                return unread;
            } catch (ExecutionException e) {
                handles.forEach(Handle::cancel);
                throw new IllegalStateException("reading headers failed", e.getCause());
            }
            List<DisplaySet> sets = SuvUnits.offer(DisplaySetRules.split(headers), headers);
            if (!sets.isEmpty()) {
                ready.accept(sets);
            }
        }
        return unread;
    }

    private void read(List<StoredInstance> instances, CompletableFuture<Read> part) {
        try {
            List<ImageHeader> headers = new ArrayList<>();
            int unread = 0;
            for (StoredInstance instance : instances) {
                try {
                    ImageHeader.of(store.header(instance.uid())).ifPresent(headers::add);
                } catch (WorkstationException e) {
                    unread++;
                    LOG.warn("an instance is left out of its series: {}", e.getMessage());
                }
            }
            part.complete(new Read(headers, unread));
        } catch (RuntimeException | Error e) {
            part.completeExceptionally(e);
        }
    }
}
