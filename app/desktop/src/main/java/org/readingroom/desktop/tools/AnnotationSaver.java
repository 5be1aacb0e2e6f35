package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Stores documents one after the other: an older one never overwrites a newer one, and one that
/// could not be stored is held.
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

    /// Tries once more what could not be stored, if anything could not.
    void retry() {
        next();
    }

    /// Does `action` once nothing is on its way to the store, at once where nothing is; what could not be stored is
    /// [#takeUnsaved] then.
    void whenQuiet(Runnable action) {
        waiting.add(action);
        tellIfQuiet();
    }

    private void tellIfQuiet() {
        if (storing == null) {
            List<Runnable> told = List.copyOf(waiting);
            waiting.clear();
            told.forEach(Runnable::run);
        }
    }

    /// Hands over what could not be stored; whoever takes it answers for it from then on.
    Optional<AnnotationDocument> takeUnsaved() {
        Optional<AnnotationDocument> taken = Optional.ofNullable(wanted);
        wanted = null;
        return taken;
    }

    /// Answers for a document that another could not store; it is stored with the next try.
    void hold(AnnotationDocument document) {
        wanted = document;
    }

    /// True when nothing is left to store: neither on its way nor refused by the store.
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
                    tellIfQuiet();
                },
                fault -> {
                    storing = null;
                    failed.accept(fault);
                    // held, not tried again by itself: the next finished gesture does, and whoever leaves
                    if (wanted == null) {
                        wanted = document;
                    } else {
                        next();
                    }
                    tellIfQuiet();
                });
    }
}
