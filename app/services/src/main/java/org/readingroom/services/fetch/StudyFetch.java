package org.readingroom.services.fetch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.FetchPlan.Step;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one study here: asks for its lists, then for what is missing, again and again until all is here, somebody
/// gives up, or the archive says no.
///
/// **Thread:** `run` on the `io` lane; the rest on any.
final class StudyFetch implements Intake.Entered {
    private static final Logger LOG = LoggerFactory.getLogger(StudyFetch.class);

    private final FetchContext context;
    private final StudyUid study;
    private final long number;
    private final FetchPlan plan;
    private final FetchRecord record;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable StudyFetch before;
    private final FetchFaults faults = new FetchFaults();
    private final Consumer<StudyUid> changed;
    private volatile Priority priority;
    private volatile @Nullable Priority background;
    private volatile boolean isGivenUp;
    private volatile boolean isWanted = true;
    private volatile String patientId = "";
    private @Nullable Intake intake;
    private boolean isNudged;

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
        this.record = new FetchRecord(context.store(), study, plan);
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
        nudge();
    }

    /// Ends before it began.
    void refuse(String messageKey) {
        faults.here(new WorkstationException(messageKey, "no room"));
        ended.countDown();
    }

    /// Ends a pause.
    synchronized void nudge() {
        isNudged = true;
        notifyAll();
    }

    /// Until the study is whole, given up, or refused. One on screen is watched on: it may still be growing.
    void run() {
        try {
            if (before != null) {
                before.ended.await();
                before = null;
            }
            int failures = 0;
            while (!isGivenUp) {
                round();
                faults.roundEnded();
                changed.accept(study);
                if (faults.isToRetry()) {
                    pause(context.options().pauseMillis(failures++));
                } else if (!faults.isBlocked() && priority == Priority.ON_SCREEN) {
                    failures = 0;
                    pause(context.options().watch().toMillis());
                } else {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private synchronized void pause(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!isNudged && !isGivenUp && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        isNudged = false;
    }

    private void round() throws InterruptedException {
        faults.began();
        plan.resume();
        try {
            list();
        } catch (WorkstationException e) {
            if (!isGivenUp) {
                faults.listing(e);
            }
            return;
        } catch (CancellationException e) {
            if (!isGivenUp) {
                throw e;
            }
            return;
        }
        int workers = context.options().requests();
        CountDownLatch working = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            context.tasks().start(Lane.IO, priority, () -> {
                try {
                    work();
                } finally {
                    working.countDown();
                }
            });
        }
        working.await();
        try {
            in().flush();
            save();
        } catch (WorkstationException e) {
            faults.here(e);
        }
    }

    private void list() throws WorkstationException, InterruptedException {
        RequestGate.Ticket ticket = ticket(false);
        context.gate().enter(ticket);
        try {
            StudyPage page = context.archive().studies(StudyQuery.ofStudy(study), 0, 2, progress(ticket));
            patientId = page.studies().stream()
                    .filter(found -> found.uid().equals(study))
                    .map(found -> found.patient().id().value())
                    .findFirst()
                    .orElseThrow(() -> new ArchiveException(ServerFault.MISSING, "no such study", null));
            List<Series> series = context.archive().series(study, progress(ticket)).stream()
                    .filter(one -> one.study().equals(study))
                    .sorted(Comparator.comparingInt(Series::number)
                            .thenComparing(one -> one.uid().value()))
                    .toList();
            plan.series(series);
        } finally {
            context.gate().leave(ticket);
        }
        record.recall();
        synchronized (this) {
            if (intake == null) {
                intake = new Intake(context.store(), study, patientId, this);
            }
        }
        save();
        changed.accept(study);
    }

    synchronized Intake in() {
        return java.util.Objects.requireNonNull(intake);
    }

    @Override
    public int entered(List<InstanceHeader> headers) {
        for (InstanceHeader header : headers) {
            plan.of(header.series().uid()).ifPresent(series -> plan.change(series, each -> each.arrived(header.uid())));
        }
        return plan.here();
    }

    @Override
    public void counted() {
        changed.accept(study);
    }

    private void save() throws WorkstationException {
        record.save(patientId, isWanted);
    }

    private void work() {
        try {
            Step step = plan.take();
            while (step != null) {
                Consumer<SeriesFetch> outcome =
                        new FetchStep(this, context, plan, faults, ticket(step instanceof Step.Whole)).run(step);
                plan.done(step, outcome);
                if (step instanceof Step.ListSeries) {
                    listed();
                }
                step = plan.take();
            }
        } catch (InterruptedException e) {
            plan.stop();
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a fetch failed", e);
            faults.here(new WorkstationException("services.fetch.failed", List.of(), "a fetch failed", e));
            plan.stop();
        }
    }

    private void listed() {
        try {
            if (record.isDue()) {
                save();
            }
            if (plan.isFresh()) {
                context.store().expected().listed(plan.expected(patientId));
            }
            changed.accept(study);
        } catch (WorkstationException e) {
            faults.here(e);
            plan.stop();
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

    private RequestGate.Ticket ticket(boolean isLong) {
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
