package org.readingroom.desktop.out;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.sync.OutboxStory;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The story of the entry that is selected in the outbox, and the decisions about it.
///
/// **Thread:** FX.
// [impl->req~hospital.outbox-story~1]
public final class OutboxStoryModel {
    private final OutboxDesk desk;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<@Nullable OutboxStory> story = new ReadOnlyObjectWrapper<>();
    private Runnable decided = () -> {};
    private @Nullable UUID selected;

    public OutboxStoryModel(OutboxDesk desk, TaskRunner runner, Consumer<Exception> failed) {
        this.desk = desk;
        this.runner = runner;
        this.failed = failed;
    }

    /// Null while none is selected or its story is not read yet.
    public ReadOnlyObjectProperty<@Nullable OutboxStory> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /// What is done once something was decided.
    public void onDecided(Runnable action) {
        decided = action;
    }

    /// Tells of `entry`, of none when it is null.
    public void select(@Nullable UUID entry) {
        if (entry == null || !entry.equals(selected)) {
            story.set(null);
        }
        selected = entry;
        if (entry != null) {
            runner.start(
                    Lane.IO,
                    Priority.ON_SCREEN,
                    () -> desk.story(entry),
                    told -> {
                        if (entry.equals(selected)) {
                            story.set(told);
                        }
                    },
                    failed);
        }
    }

    public void retry() {
        UUID entry = selected;
        if (entry != null && isOpen()) {
            decide(() -> desk.retry(entry));
        }
    }

    /// `reason` says how it was seen to otherwise; the desk refuses an empty one.
    public void setAside(String reason) {
        UUID entry = selected;
        if (entry != null && isOpen()) {
            decide(() -> desk.setAside(entry, reason));
        }
    }

    /// Whether anything is left to decide.
    public boolean isOpen() {
        OutboxStory told = story.get();
        return told != null && told.entry().state().isOpen();
    }

    private void decide(Callable<Boolean> decision) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                decision,
                done -> {
                    select(selected);
                    decided.run();
                },
                failed);
    }
}
