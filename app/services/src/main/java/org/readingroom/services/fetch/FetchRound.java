package org.readingroom.services.fetch;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.FetchPlan.Step;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One visit of the archive for one study, done again and again: asks for its lists, then several workers for what is
/// missing.
///
/// **Thread:** `run` on the `io` lane, one at a time; the rest on any.
final class FetchRound implements Intake.Entered {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRound.class);

    private final StudyFetch owner;
    private final FetchContext context;
    private final FetchPlan plan;
    private final FetchFaults faults;
    private final FetchRecord record;
    private volatile String patientId = "";
    private @Nullable Intake intake;

    FetchRound(StudyFetch owner, FetchContext context, FetchPlan plan, FetchFaults faults) {
        this.owner = owner;
        this.context = context;
        this.plan = plan;
        this.faults = faults;
        this.record = new FetchRecord(context.store(), owner.study(), plan);
    }

    void run() throws InterruptedException {
        faults.began();
        plan.resume();
        try {
            list();
        } catch (WorkstationException e) {
            if (!owner.isGivenUp()) {
                unlisted(e);
            }
            return;
        } catch (CancellationException e) {
            if (!owner.isGivenUp()) {
                throw e;
            }
            return;
        }
        plan.hurry(owner.priority() == Priority.ON_SCREEN);
        int workers = context.options().requests();
        CountDownLatch working = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            context.tasks().start(Lane.IO, owner.priority(), () -> {
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

    private void unlisted(WorkstationException fault) {
        if (fault instanceof ArchiveException refusal) {
            context.rest().failed(refusal);
        }
        faults.listing(fault);
    }

    private void list() throws WorkstationException, InterruptedException {
        RequestGate.Ticket ticket = owner.ticket(false);
        context.gate().enter(ticket);
        try {
            StudyPage page = context.archive().studies(StudyQuery.ofStudy(owner.study()), 0, 2, owner.progress(ticket));
            patientId = page.studies().stream()
                    .filter(found -> found.uid().equals(owner.study()))
                    .map(found -> found.patient().id().value())
                    .findFirst()
                    .orElseThrow(() -> new ArchiveException(ServerFault.MISSING, "no such study", null));
            List<Series> series = context.archive().series(owner.study(), owner.progress(ticket)).stream()
                    .filter(one -> one.study().equals(owner.study()))
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
                intake = new Intake(context.store(), owner.study(), patientId, this);
            }
        }
        save();
        owner.tell();
    }

    synchronized Intake in() {
        return Objects.requireNonNull(intake);
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
        owner.tell();
    }

    private void save() throws WorkstationException {
        record.save(patientId, owner.isWanted());
    }

    private void work() {
        try {
            Step step = plan.take();
            while (step != null) {
                FetchStep doing =
                        new FetchStep(owner, this, context, plan, faults, owner.ticket(step instanceof Step.Whole));
                plan.done(step, doing.run(step));
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
            owner.tell();
        } catch (WorkstationException e) {
            faults.here(e);
            plan.stop();
        }
    }
}
