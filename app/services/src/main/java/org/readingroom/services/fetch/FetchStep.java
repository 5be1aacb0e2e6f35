package org.readingroom.services.fetch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.fetch.FetchPlan.Step;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;

/// Does one step of a plan: asks the archive, takes in what comes, and says what became of it.
///
/// **Thread:** `io`; blocks.
final class FetchStep {
    /// chosen: files being sealed while more come in; what waits in memory stays below this many a stream.
    private static final int SEALING = 2 * Runtime.getRuntime().availableProcessors();

    /// chosen: on a slower link single pictures in a coarse order serve the reader better than a whole series.
    private static final double SLOW_BYTES_PER_SECOND = 4e6;

    private final StudyFetch owner;
    private final FetchRound round;
    private final FetchContext context;
    private final FetchPlan plan;
    private final FetchFaults faults;
    private final RequestGate.Ticket ticket;

    FetchStep(
            StudyFetch owner,
            FetchRound round,
            FetchContext context,
            FetchPlan plan,
            FetchFaults faults,
            RequestGate.Ticket ticket) {
        this.owner = owner;
        this.round = round;
        this.context = context;
        this.plan = plan;
        this.faults = faults;
        this.ticket = ticket;
    }

    /// What the step makes of its series.
    Consumer<SeriesFetch> run(Step step) throws InterruptedException {
        try {
            return switch (step) {
                case Step.ListSeries list -> list(list.series());
                case Step.Ahead ahead -> ahead(ahead.series());
                case Step.One one -> one(one.series(), one.instance());
                case Step.Whole whole -> whole(whole.series());
            };
        } catch (StoreException e) {
            return failedHere(step, e);
        } catch (ArchiveException e) {
            return isLetGo() ? back(step) : failed(step, e);
        } catch (WorkstationException e) {
            return isLetGo() || faults.isFatal() ? back(step) : failedHere(step, e);
        } catch (CancellationException e) {
            if (isLetGo() || faults.isFatal()) {
                return back(step);
            }
            throw e;
        }
    }

    /// Whether the step was to end; an archive ends it by whatever fault it likes.
    private boolean isLetGo() {
        return ticket.isGivingWay() || owner.isGivenUp();
    }

    private Consumer<SeriesFetch> failedHere(Step step, WorkstationException fault) {
        faults.here(fault);
        plan.stop();
        return back(step);
    }

    private Consumer<SeriesFetch> failed(Step step, ArchiveException fault) {
        if (fault.fault() == ServerFault.BUSY) {
            context.parallelism().busy();
        }
        context.rest().failed(fault);
        if (step instanceof Step.Ahead) {
            // the list, which is on its way, meets the same or brings it
            return SeriesFetch::aheadEnded;
        }
        boolean isOver = faults.request(fault);
        if (isOver) {
            plan.stop();
        }
        return switch (step) {
            case Step.ListSeries list
            when !isOver -> {
                // a series that is not listed leaves the study incomplete: ask again after a pause
                faults.listing(fault);
                plan.stop();
                yield back(step);
            }
            case Step.One one
            when !isOver -> {
                faults.refused(fault.messageKey());
                yield fault.fault() == ServerFault.MISSING
                        ? series -> series.refuse(one.instance())
                        : series -> series.wrong(one.instance());
            }
            // what a stream did not bring is asked for one by one
            case Step.Whole whole when !isOver -> series -> series.streamed(true);
            default -> back(step);
        };
    }

    /// The step is to be done again some time.
    private Consumer<SeriesFetch> back(Step step) {
        return switch (step) {
            case Step.ListSeries list -> SeriesFetch::notListed;
            case Step.Ahead ahead -> SeriesFetch::aheadEnded;
            case Step.One one -> series -> series.again(one.instance());
            case Step.Whole whole -> left();
        };
    }

    private Consumer<SeriesFetch> list(SeriesFetch series) throws WorkstationException, InterruptedException {
        SeriesUid uid = series.series().uid();
        List<ArchiveInstance> all;
        context.gate().enter(ticket);
        try {
            all = context.archive().instances(owner.study(), uid, owner.progress(ticket)).stream()
                    .filter(instance ->
                            instance.series().equals(uid) && instance.study().equals(owner.study()))
                    .toList();
        } finally {
            context.gate().leave(ticket);
        }
        faults.succeeded();
        Set<SopInstanceUid> held = context.store().held(uid);
        return one -> one.listed(all, held);
    }

    private Consumer<SeriesFetch> ahead(SeriesFetch series) throws WorkstationException, InterruptedException {
        SeriesUid uid = series.series().uid();
        Optional<ArchiveInstance> first;
        byte[] bytes = new byte[0];
        context.gate().enter(ticket);
        try {
            first = context.archive().first(owner.study(), uid, owner.progress(ticket));
            if (first.isPresent()) {
                SopInstanceUid wanted = first.get().uid();
                plan.change(series, each -> each.ahead(wanted));
                bytes = context.archive().fetch(owner.study(), uid, wanted, owner.progress(ticket));
            }
        } finally {
            context.gate().leave(ticket);
        }
        if (first.isPresent()) {
            context.parallelism().came(bytes.length, System.nanoTime());
            taken(series, bytes, first.get());
            round.in().flush();
        }
        return SeriesFetch::aheadEnded;
    }

    private Consumer<SeriesFetch> one(SeriesFetch series, ArchiveInstance wanted)
            throws WorkstationException, InterruptedException {
        byte[] bytes;
        context.gate().enter(ticket);
        long began = System.nanoTime();
        try {
            bytes = context.archive().fetch(owner.study(), series.series().uid(), wanted.uid(), owner.progress(ticket));
        } finally {
            context.gate().leave(ticket);
        }
        long ended = System.nanoTime();
        context.parallelism().came(bytes.length, ended);
        plan.allowWhole(
                bytes.length * 1e9 / Math.max(1, ended - began) > SLOW_BYTES_PER_SECOND || ended - began < 50_000_000);
        faults.succeeded();
        boolean isTaken = taken(series, bytes, wanted);
        return isTaken ? each -> {} : each -> each.wrong(wanted);
    }

    private Consumer<SeriesFetch> whole(SeriesFetch series) throws WorkstationException, InterruptedException {
        Semaphore room = new Semaphore(SEALING);
        context.gate().enter(ticket);
        try {
            context.archive()
                    .fetchSeries(
                            owner.study(),
                            series.series().uid(),
                            bytes -> streamed(series, bytes, room),
                            owner.progress(ticket));
        } finally {
            context.gate().leave(ticket);
            room.acquire(SEALING);
            round.in().flush();
        }
        return isLetGo() ? left() : each -> each.streamed(true);
    }

    /// A stream was left. One that gave way is gone on with one by one: asked for anew it would begin at its beginning,
    /// give way again, and never come to its end.
    private Consumer<SeriesFetch> left() {
        boolean hasGivenWay = ticket.isGivingWay();
        return series -> series.streamed(hasGivenWay);
    }

    private void streamed(SeriesFetch series, byte[] bytes, Semaphore room) throws WorkstationException {
        if (faults.isFatal() || isLetGo()) {
            throw new ArchiveException(ServerFault.CUT, "given up", null);
        }
        context.parallelism().came(bytes.length, System.nanoTime());
        faults.succeeded();
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ServerFault.CUT, "interrupted", e);
        }
        context.tasks().start(Lane.IO, owner.priority(), () -> {
            try {
                taken(series, bytes, null);
            } catch (WorkstationException e) {
                faults.here(e);
                plan.stop();
            } finally {
                room.release();
            }
        });
    }

    /// Whether a file was kept, or is here already. **Errors:** only those of this desk.
    private boolean taken(SeriesFetch series, byte[] bytes, @Nullable ArchiveInstance wanted)
            throws WorkstationException {
        ArchiveInstance listed = wanted;
        try {
            InstanceHeader header = round.in().header(bytes);
            if (listed == null) {
                listed = plan.listed(series, header.uid())
                        .orElseThrow(() -> new WorkstationException(
                                "services.fetch.other-instance", "an instance that was not listed"));
                if (plan.isHere(series, header.uid())) {
                    return true;
                }
            }
            round.in().take(header, bytes, listed);
            return true;
        } catch (StoreException e) {
            throw e;
        } catch (WorkstationException e) {
            faults.refused(e.messageKey());
            FetchLog.refused(e);
            return false;
        }
    }
}
