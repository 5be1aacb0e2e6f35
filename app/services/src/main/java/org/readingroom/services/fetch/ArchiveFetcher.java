package org.readingroom.services.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.link.Listening;
import org.readingroom.services.store.ExpectedStudies.Standing;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches studies from one archive.
///
/// **Thread:** any.
// [impl->req~fetch.resumed~1]
public final class ArchiveFetcher implements StudyFetcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveFetcher.class);

    private final FetchContext context;
    private final Map<StudyUid, StudyFetch> running = new ConcurrentHashMap<>();
    private final Map<StudyUid, FetchTrouble> troubles = new ConcurrentHashMap<>();
    private final List<Consumer<StudyUid>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Set<StudyUid> open = ConcurrentHashMap.newKeySet();
    private final CacheKeeper keeper;
    private volatile boolean isClosed;

    public ArchiveFetcher(
            Archive archive, FetchStore store, CacheKeeper keeper, TaskRunner tasks, FetchOptions options) {
        this.keeper = keeper;
        store.studies().repairBy(new CacheRepair(archive, store));
        Parallelism parallelism = new Parallelism(options.requests());
        this.context = new FetchContext(
                archive,
                store,
                tasks,
                new RequestGate(parallelism),
                parallelism,
                new ServerRest(System::nanoTime),
                options);
    }

    @Override
    public Readiness readiness(StudyUid study) {
        try {
            Optional<Standing> standing = context.store().expected().standing(study);
            if (standing.isPresent()) {
                Standing now = standing.get();
                return new Readiness(now.here(), now.total(), now.isWhole(), now.isAllHere());
            }
            int here = context.store()
                    .studies()
                    .study(study)
                    .map(found -> found.instanceCount())
                    .orElse(0);
            return here == 0 ? Readiness.NOTHING : new Readiness(here, 0, false);
        } catch (WorkstationException e) {
            LOG.warn("the standing of a study cannot be read: {}", e.getMessage());
            return Readiness.NOTHING;
        }
    }

    @Override
    public void want(StudyUid study, Priority priority) {
        if (isClosed) {
            return;
        }
        if (priority == Priority.ON_SCREEN) {
            open.add(study);
        }
        StudyFetch[] fresh = new StudyFetch[1];
        running.compute(study, (uid, now) -> {
            if (now != null && !now.isGivenUp()) {
                now.promote(priority);
                return now;
            }
            fresh[0] = new StudyFetch(context, uid, numbers.getAndIncrement(), priority, now, this::tell);
            return fresh[0];
        });
        if (fresh[0] != null) {
            context.tasks().start(Lane.IO, priority, () -> run(study, fresh[0], priority));
        }
    }

    private void run(StudyUid study, StudyFetch fetch, Priority priority) {
        troubles.remove(study);
        try {
            boolean isAllowed = makeRoom(study) || priority == Priority.ON_SCREEN;
            if (isAllowed) {
                fetch.run();
            } else {
                fetch.refuse("services.fetch.no-room");
            }
        } catch (CancellationException e) {
            LOG.debug("fetching a study was given up"); // what is missing is fetched in the next session
        } finally {
            fetch.trouble().ifPresent(trouble -> troubles.put(study, trouble));
            running.remove(study, fetch);
            tell(study);
        }
    }

    @Override
    public boolean isRunning(StudyUid study) {
        return running.containsKey(study);
    }

    /// Takes off what has to go before more comes; false when there is no room all the same.
    private boolean makeRoom(StudyUid study) {
        try {
            keeper.used(study);
            tidy();
            return keeper.hasRoom();
        } catch (WorkstationException e) {
            LOG.warn("the cache was not looked through: {}", e.getMessage());
            return false;
        }
    }

    /// Takes off what the limits say has to go, and tells of it; returns how many studies went.
    ///
    /// **Thread:** any but `fx`; blocks.
    public int tidy() throws WorkstationException {
        List<StudyUid> gone = keeper.sweep(one -> open.contains(one) || running.containsKey(one));
        gone.forEach(this::tell);
        return gone.size();
    }

    @Override
    public void letGo(StudyUid study) {
        open.remove(study);
        StudyFetch fetch = running.get(study);
        if (fetch != null && !fetch.letGo()) {
            giveUp(study);
        }
    }

    @Override
    public void giveUp(StudyUid study) {
        open.remove(study);
        StudyFetch fetch = running.get(study);
        if (fetch == null) {
            return;
        }
        fetch.giveUp(true);
        context.tasks().start(Lane.IO, Priority.PREFETCH, () -> {
            try {
                context.store().expected().want(study, false);
            } catch (WorkstationException e) {
                LOG.warn("giving a study up was not noted: {}", e.getMessage());
            }
        });
    }

    @Override
    public Optional<FetchTrouble> trouble(StudyUid study) {
        StudyFetch fetch = running.get(study);
        return fetch == null ? Optional.ofNullable(troubles.get(study)) : fetch.trouble();
    }

    /// Goes on, behind everything else, with what was asked for in an earlier session and is not known to be whole.
    public void resume() {
        context.tasks().start(Lane.IO, Priority.PREFETCH, () -> {
            try {
                context.store().expected().unfinished().forEach(study -> want(study, Priority.PREFETCH));
            } catch (WorkstationException e) {
                LOG.warn("unfinished studies cannot be read: {}", e.getMessage());
            }
        });
    }

    /// The link is back: pauses after failures end.
    public void retryNow() {
        running.values().forEach(StudyFetch::nudge);
    }

    @Override
    public Listening onChange(Consumer<StudyUid> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(StudyUid study) {
        for (Consumer<StudyUid> listener : listeners) {
            try {
                listener.accept(study);
            } catch (RuntimeException e) {
                LOG.error("a listener of the fetcher failed", e);
            }
        }
    }

    /// Ends all fetches; what arrived stays, and what is missing is fetched in the next session.
    @Override
    public void close() {
        isClosed = true;
        running.values().forEach(fetch -> fetch.giveUp(false));
        long until = System.nanoTime() + 3_000_000_000L;
        while (!running.isEmpty() && System.nanoTime() < until) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
