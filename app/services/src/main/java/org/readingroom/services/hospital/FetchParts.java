package org.readingroom.services.hospital;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.fetch.ArchiveFetcher;
import org.readingroom.services.fetch.FetchOptions;
import org.readingroom.services.reading.Prefetch;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.task.TaskRunner;

/// Puts together what fetches from the archive of a session.
final class FetchParts {
    private FetchParts() {}

    static ArchiveFetcher fetcher(Archive archive, LocalCache cache, HospitalNeeds needs, TaskRunner runner) {
        return new ArchiveFetcher(archive, needs.fetchStore(), cache.keeper(), runner, FetchOptions.defaults());
    }

    /// Fetches ahead by the orders, and goes on with what is not known to be whole.
    static AheadWatch ahead(Archive archive, ArchiveFetcher fetcher, HospitalNeeds needs, TaskRunner runner) {
        Prefetch prefetch = new Prefetch(archive, fetcher, order -> isMine(order, needs), needs.clock());
        Instant[] resumed = {Instant.EPOCH};
        return new AheadWatch(
                () -> {
                    Instant now = needs.clock().instant();
                    // news of orders say nothing of what is not known to be whole
                    if (Duration.between(resumed[0], now).compareTo(AheadWatch.EVERY.dividedBy(2)) > 0) {
                        resumed[0] = now;
                        fetcher.resume();
                    }
                    prefetch.plan(List.copyOf(needs.orders().orders()));
                },
                runner,
                AheadWatch.EVERY);
    }

    static boolean isMine(Order order, HospitalNeeds needs) {
        Order.Reader owner = order.owner();
        return owner != null && owner.id().equals(needs.user().loginName());
    }
}
