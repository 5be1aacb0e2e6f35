package org.readingroom.services.fetch;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// Brings one study here: visits the archive again and again until all is here, somebody gives up, or the archive says
/// no.
///
/// **Thread:** `run` on the `io` lane; the rest on any.
final class StudyFetch {
    private final FetchContext context;
    private final StudyUid study;
    private final long number;
    private final FetchPlan plan;
    private final FetchRound round;
    private final FetchPause pause = new FetchPause();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable StudyFetch before;
    private final FetchFaults faults = new FetchFaults();
    private final Consumer<StudyUid> changed;
    private volatile Priority priority;
    private volatile @Nullable Priority background;
    private volatile boolean isGivenUp;
    private volatile boolean isWanted = true;

    /// `before` is a fetch of the same study that was given up and may still be ending; null for none.
    StudyFetch(
            FetchContext context,
            StudyUid study,
            long number,
            Priority priority,
            @Nullable StudyFetch before,
            Consumer<StudyUid> changed) {
        this.before = before;
        this.background = priority == Priority.ON_SCREEN ? null : priority;
        this.context = context;
        this.study = study;
        this.number = number;
        this.priority = priority;
        this.changed = changed;
        this.plan = new FetchPlan(study);
        this.round = new FetchRound(this, context, plan, faults);
    }

    Optional<FetchTrouble> trouble() {
        return faults.trouble(plan.refused());
    }

    /// Back to the haste it was asked for with before it came on screen; false when it only was for that.
    boolean letGo() {
        Priority usual = background;
        if (usual == null) {
            return false;
        }
        priority = usual;
        context.gate().reorder();
        nudge();
        return true;
    }

    void promote(Priority wanted) {
        if (wanted != Priority.ON_SCREEN) {
            background = wanted;
        }
        if (wanted.compareTo(priority) < 0) {
            priority = wanted;
        }
        context.gate().reorder();
        nudge();
    }

    /// `isForGood` when the rest is not to be fetched in a later session either.
    void giveUp(boolean isForGood) {
        isWanted = !isForGood;
        isGivenUp = true;
        plan.stop();
        pause.end();
    }

    /// Ends before it began.
    void refuse(String messageKey) {
        faults.here(new WorkstationException(messageKey, "no room"));
        ended.countDown();
    }

    /// Ends a pause, though not the rest that the archive asked for.
    void nudge() {
        pause.nudge();
    }

    /// Until the study is whole, given up, or refused. One on screen is watched on: it may still be growing.
    void run() {
        try {
            if (before != null) {
                before.ended.await();
                before = null;
            }
            int failures = 0;
            leaveAlone();
            while (!isGivenUp) {
                round.run();
                faults.roundEnded();
                tell();
                if (faults.isToRetry()) {
                    pause.rest(context.options().pauseMillis(failures++));
                } else if (!faults.isBlocked() && priority == Priority.ON_SCREEN) {
                    failures = 0;
                    pause.rest(context.options().watch().toMillis());
                } else {
                    return;
                }
                leaveAlone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /// Waits as long as the archive asked to be left alone.
    private void leaveAlone() throws InterruptedException {
        long millis = context.rest().millis(priority);
        if (millis > 0) {
            context.rest().asked().ifPresent(faults::listing);
            tell();
        }
        while (millis > 0 && !isGivenUp) {
            pause.rest(millis);
            millis = context.rest().millis(priority);
        }
    }

    StudyUid study() {
        return study;
    }

    Priority priority() {
        return priority;
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    /// Whether what is missing is to be fetched in a later session.
    boolean isWanted() {
        return isWanted;
    }

    void tell() {
        changed.accept(study);
    }

    RequestGate.Ticket ticket(boolean isLong) {
        return new RequestGate.Ticket(() -> priority, number, isLong);
    }

    Progress progress(RequestGate.Ticket ticket) {
        return new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return isGivenUp || ticket.isGivingWay() || faults.isFatal();
            }
        };
    }
}
