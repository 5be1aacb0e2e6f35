package org.readingroom.desktop.tools;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The marks of one study, from their store to their changes and back.
///
/// Until the stored marks are here there are none and nothing can be changed; nor can it when they could not be read.
///
/// **Thread:** FX.
final class StudyMarks {
    private record Loaded(AnnotationDocument document, boolean isLocked) {}

    private static final Logger LOG = LoggerFactory.getLogger(StudyMarks.class);

    private final StudyUid study;
    private final TaskRunner tasks;
    private final AnnotationStore store;
    private final AnnotationSaver saver;
    private final Consumer<Exception> failed;
    private final Runnable changed;
    private final Runnable saving;
    private @Nullable Handle loading;
    private boolean closed;
    private @Nullable EditHistory<AnnotationDocument> history;
    private boolean locked;

    /// `saving` is told before each store.
    StudyMarks(
            StudyUid study,
            TaskRunner tasks,
            AnnotationStore store,
            Runnable changed,
            Runnable saving,
            Consumer<Exception> failed) {
        this.study = study;
        this.tasks = tasks;
        this.store = store;
        this.changed = changed;
        this.saving = saving;
        this.failed = failed;
        this.saver = new AnnotationSaver(tasks, store, failed);
    }

    /// Loads once what `before` still has to store is stored, so that nothing older is read; what cannot be stored is
    /// taken over from it. `isLocked` is asked beside it, for a study with a signed report.
    void load(@Nullable StudyMarks before, Callable<Boolean> isLocked) {
        if (before == null) {
            load(Optional.empty(), isLocked);
        } else {
            before.saver.retry();
            before.saver.whenQuiet(() -> takeOver(before, isLocked));
        }
    }

    private void takeOver(StudyMarks before, Callable<Boolean> isLocked) {
        if (!closed) {
            Optional<AnnotationDocument> unsaved = before.saver.takeUnsaved();
            unsaved.ifPresent(saver::hold);
            load(unsaved, isLocked);
        }
    }

    private void load(Optional<AnnotationDocument> unsaved, Callable<Boolean> isLocked) {
        if (!closed) {
            loading = tasks.start(
                    Lane.IO,
                    Priority.ON_SCREEN,
                    () -> new Loaded(unsaved.isPresent() ? unsaved.get() : store.load(study), isLocked(isLocked)),
                    this::loaded,
                    failed);
        }
    }

    /// Whoever cannot say whether a signed report rests on the marks must not let them change.
    private static boolean isLocked(Callable<Boolean> asked) {
        try {
            return asked.call();
        } catch (Exception e) {
            LOG.warn("marks stay locked, whether they are signed is not known: {}", e.getMessage());
            return true;
        }
    }

    private void loaded(Loaded loaded) {
        EditHistory<AnnotationDocument> edits = new EditHistory<>(loaded.document());
        edits.addListener(changed);
        history = edits;
        locked |= loaded.isLocked();
        if (locked) {
            edits.close();
        }
        changed.run();
    }

    StudyUid study() {
        return study;
    }

    /// The history once the marks are here.
    Optional<EditHistory<AnnotationDocument>> history() {
        return Optional.ofNullable(history);
    }

    /// The history where the marks are here and may change.
    Optional<EditHistory<AnnotationDocument>> editable() {
        return history().filter(edits -> !edits.isClosed());
    }

    /// Ends all change.
    void lock() {
        locked = true;
        editable().ifPresent(edits -> {
            edits.dropProvisional();
            edits.close();
        });
    }

    void save() {
        history().ifPresent(edits -> {
            saving.run();
            saver.save(edits.settledDocument());
        });
    }

    boolean isSaved() {
        return saver.isIdle();
    }

    /// Lets go; what was changed is stored already or on its way, and what could not be stored is tried once more.
    void close() {
        closed = true;
        saver.retry();
        if (loading != null) {
            loading.cancel();
        }
        history().ifPresent(edits -> edits.removeListener(changed));
    }
}
