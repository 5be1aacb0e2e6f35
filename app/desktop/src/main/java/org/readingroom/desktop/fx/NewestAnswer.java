package org.readingroom.desktop.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The same question asked of the disk again and again: an answer that a newer question overtook is dropped, since it
/// may come last and say what no longer holds.
///
/// **Thread:** FX.
// [impl->req~shell.newest-answer~1]
public final class NewestAnswer {
    private final TaskRunner runner;
    private long asked;

    public NewestAnswer(TaskRunner runner) {
        this.runner = runner;
    }

    public <T> void ask(Callable<T> work, Consumer<T> told, Consumer<Exception> failed) {
        asked++;
        long mine = asked;
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                work,
                answer -> {
                    if (mine == asked) {
                        told.accept(answer);
                    }
                },
                fault -> {
                    if (mine == asked) {
                        failed.accept(fault);
                    }
                });
    }
}
