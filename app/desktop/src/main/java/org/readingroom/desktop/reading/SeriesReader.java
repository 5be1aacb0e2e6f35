package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.nuclear.SuvUnits;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the headers of one series on all cores at once, since opening a sealed file is work for the processor, and
/// splits them into display sets. Pixels stay on the disk.
///
/// **Thread:** any but `fx`, `gl` and `cpu`; blocks.
final class SeriesReader {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesReader.class);

    /// chosen: a few milliseconds of work, so that a picture asked for meanwhile waits no longer.
    private static final int BATCH = 16;

    /// What was found, and the files that had to be left out.
    record Found(List<DisplaySet> sets, Set<SopInstanceUid> left) {
        int unread() {
            return left.size();
        }
    }

    private final StudyStore store;
    private final TaskRunner runner;

    SeriesReader(StudyStore store, TaskRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /// `known` are headers read before; those read now are added to it. Nothing is left in it for other instances.
    ///
    /// **Errors:** [InterruptedException] between files.
    Found read(List<StoredInstance> instances, Priority haste, Map<SopInstanceUid, ImageHeader> known)
            throws InterruptedException {
        List<StoredInstance> images = instances.stream()
                .filter(instance -> instance.frames() > 0 && !known.containsKey(instance.uid()))
                .toList();
        List<CompletableFuture<Set<SopInstanceUid>>> parts = new ArrayList<>();
        List<Handle> handles = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH) {
            List<StoredInstance> batch = images.subList(from, Math.min(from + BATCH, images.size()));
            CompletableFuture<Set<SopInstanceUid>> part = new CompletableFuture<>();
            parts.add(part);
            handles.add(runner.start(Lane.CPU, haste, () -> read(batch, part, known)));
        }
        Set<SopInstanceUid> unread = new HashSet<>();
        try {
            for (CompletableFuture<Set<SopInstanceUid>> part : parts) {
                unread.addAll(part.get());
            }
        } catch (InterruptedException e) {
            handles.forEach(Handle::cancel);
            throw e;
        } catch (ExecutionException e) {
            handles.forEach(Handle::cancel);
            throw new IllegalStateException("reading headers failed", e.getCause());
        }
        List<ImageHeader> headers = instances.stream()
                .map(instance -> Optional.ofNullable(known.get(instance.uid())))
                .flatMap(Optional::stream)
                .toList();
        return new Found(SuvUnits.offer(DisplaySetRules.split(headers), headers), unread);
    }

    private void read(
            List<StoredInstance> instances,
            CompletableFuture<Set<SopInstanceUid>> part,
            Map<SopInstanceUid, ImageHeader> known) {
        try {
            Set<SopInstanceUid> unread = new HashSet<>();
            for (StoredInstance instance : instances) {
                try {
                    ImageHeader.of(store.header(instance.uid())).ifPresent(header -> known.put(instance.uid(), header));
                } catch (WorkstationException e) {
                    unread.add(instance.uid());
                    LOG.warn("an instance is left out of its series: {}", e.getMessage());
                }
            }
            part.complete(unread);
        } catch (RuntimeException | Error e) {
            part.completeExceptionally(e);
        }
    }
}
