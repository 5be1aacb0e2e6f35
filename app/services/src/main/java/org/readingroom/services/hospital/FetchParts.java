package org.readingroom.services.hospital;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.fetch.ArchiveFetcher;
import org.readingroom.services.fetch.CacheKeeper;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.FetchOptions;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.reading.KeptStudies;
import org.readingroom.services.reading.Prefetch;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts together what fetches from the archive of a session.
final class FetchParts {
    private static final Logger LOG = LoggerFactory.getLogger(FetchParts.class);

    private FetchParts() {}

    static ArchiveFetcher fetcher(Archive archive, HospitalNeeds needs, TaskRunner runner) {
        KeptStudies kept =
                new KeptStudies(needs.documents(), needs.seal(), needs.orders(), needs.outbox(), needs.studies());
        CacheKeeper keeper = new CacheKeeper(
                needs.fetchStore().cached(),
                needs.audit(),
                kept,
                CacheLimits.DEFAULT,
                needs.clock(),
                CacheKeeper.freeOn(needs.folder()));
        return new ArchiveFetcher(archive, needs.fetchStore(), keeper, runner, FetchOptions.defaults());
    }

    /// Fetches ahead whenever the orders have changed.
    static void prefetch(
            Archive archive, StudyFetcher fetcher, OrderWatch watch, HospitalNeeds needs, TaskRunner runner) {
        Prefetch prefetch = new Prefetch(archive, fetcher, order -> isMine(order, needs));
        AtomicBoolean isPlanning = new AtomicBoolean();
        watch.onChange(() -> {
            if (isPlanning.compareAndSet(false, true)) {
                runner.start(Lane.IO, Priority.PREFETCH, () -> {
                    try {
                        prefetch.plan(List.copyOf(needs.orders().orders()));
                    } catch (WorkstationException e) {
                        LOG.info("nothing more is fetched ahead now: {}", e.getMessage());
                    } finally {
                        isPlanning.set(false);
                    }
                });
            }
        });
    }

    private static boolean isMine(Order order, HospitalNeeds needs) {
        Order.Reader owner = order.owner();
        return owner != null && owner.id().equals(needs.user().loginName());
    }
}
