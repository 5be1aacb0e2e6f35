package org.readingroom.desktop.tools;

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

    AnnotationSaver(TaskRunner tasks, AnnotationStore store, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.store = store;
        this.failed = failed;
    }

    void save(AnnotationDocument document) {
        wanted = document;
        next();
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
                },
                fault -> {
                    storing = null;
                    failed.accept(fault);
                    // the next finished gesture tries again with everything
                    if (wanted != null) {
                        next();
                    }
                });
    }
}
