package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Stores documents one after the other: an older one never overwrites a newer one.
///
/// **Thread:** FX; the store is called on `io`.
// [impl->req~tools.saved~1]
final class AnnotationSaver {
    private final TaskRunner tasks;
    private final AnnotationStore store;
    private final Consumer<Exception> failed;
    private @Nullable AnnotationDocument wanted;
    private @Nullable AnnotationDocument storing;
    private final List<Runnable> waiting = new ArrayList<>();

    AnnotationSaver(TaskRunner tasks, AnnotationStore store, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.store = store;
        this.failed = failed;
    }

    void save(AnnotationDocument document) {
        wanted = document;
        next();
    }

    /// Does `action` once nothing is left to store, at once where nothing is.
    void whenIdle(Runnable action) {
        waiting.add(action);
        tellIfIdle();
    }

    private void tellIfIdle() {
        if (isIdle()) {
            List<Runnable> told = List.copyOf(waiting);
            waiting.clear();
            told.forEach(Runnable::run);
        }
    }

    /// True when nothing is left to store.
    boolean isIdle() {
        return wanted == null && storing == null;
    }

    private void next() {
        AnnotationDocument document = wanted;
        if (storing != null || document == null) {
            return;
        }
        wanted = null;
        storing = document;
        tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    store.save(document.study(), document);
                    return document;
                },
                stored -> {
                    storing = null;
                    next();
                    tellIfIdle();
                },
                fault -> {
                    storing = null;
                    failed.accept(fault);
                    // the next finished gesture tries again with everything
                    if (wanted != null) {
                        next();
                    }
                    tellIfIdle();
                });
    }
}
