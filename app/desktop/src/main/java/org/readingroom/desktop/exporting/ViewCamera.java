package org.readingroom.desktop.exporting;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.AnimationTimer;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.desk.ViewPhoto;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// Photographs views for whoever waits on another lane: takes the view to a place, waits until it shows it
/// as well as it can, and brings the photo back.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~export.same-pictures~1]
final class ViewCamera {
    /// chosen: a cut of a volume that is still coming in may take this long.
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /// What an export ends with when a view goes on to something else under it.
    static final String CHANGED = "desktop.export.changed";

    private final TaskRunner tasks;
    private final PictureMaker maker;

    ViewCamera(TaskRunner tasks, PictureMaker maker) {
        this.tasks = tasks;
        this.maker = maker;
    }

    /// What `node` shows now.
    ViewPhoto photo(Subject subject, ViewportNode node, ViewPhoto.Wish wish, Progress progress)
            throws WorkstationException {
        return photo(subject, node, wish, -1, progress);
    }

    /// What `node` shows at `index`, where the view then stays.
    ///
    /// **Errors:** `desktop.export.no-picture` when it shows none there; `desktop.export.changed` when it shows
    /// another set than `subject` says: maybe another patient's; [CancellationException].
    ViewPhoto photo(Subject subject, ViewportNode node, ViewPhoto.Wish wish, int index, Progress progress)
            throws WorkstationException {
        CompletableFuture<ViewPhoto> taken = new CompletableFuture<>();
        tasks.start(Lane.FX, Priority.ON_SCREEN, () -> begin(subject, node, wish, index, progress, taken));
        try {
            return taken.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("no photo any more");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case WorkstationException known -> throw known;
                case CancellationException cancelled -> throw cancelled;
                case null, default ->
                    throw new WorkstationException(
                            "desktop.export.no-picture", java.util.List.of(), "no photo", e.getCause());
            }
        }
    }

    /// Lets the view show again what it showed before.
    void backTo(Subject subject) {
        tasks.start(Lane.FX, Priority.ON_SCREEN, () -> {
            if (!subject.isGoneFrom(subject.active())) {
                subject.active().model().goTo(subject.index());
            }
        });
    }

    private void begin(
            Subject subject,
            ViewportNode node,
            ViewPhoto.Wish wish,
            int index,
            Progress progress,
            CompletableFuture<ViewPhoto> taken) {
        if (index >= 0 && !subject.isGoneFrom(node)) {
            node.model().goTo(index);
        }
        long begun = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                boolean isThere = node.hasPicture() && node.isAtRest();
                if (subject.isGoneFrom(node)) {
                    stop();
                    taken.completeExceptionally(changed());
                } else if (progress.isCancelled()) {
                    stop();
                    taken.completeExceptionally(new CancellationException("export given up"));
                } else if (isThere && (index < 0 || node.model().index() == index)) {
                    stop();
                    if (ViewPhoto.take(node, maker, wish, taken::complete, taken::completeExceptionally)
                            .isEmpty()) {
                        taken.completeExceptionally(nothing());
                    }
                } else if (isLost(node.model(), index) || System.nanoTime() - begun > PATIENCE_NANOS) {
                    stop();
                    taken.completeExceptionally(nothing());
                }
            }
        }.start();
    }

    private static WorkstationException changed() {
        return new WorkstationException(CHANGED, "the view shows another set");
    }

    private static WorkstationException nothing() {
        return new WorkstationException("desktop.export.no-picture", "the view shows no picture");
    }

    private static boolean isLost(ViewportModel model, int index) {
        OpenSet open = model.setProperty().get();
        return open == null
                || index >= 0 && model.frame().isPresent() && open.fault(index).isPresent();
    }
}
