package org.readingroom.services.fetch;

import java.util.List;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.services.store.InstanceRepair;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches a file that is missing or damaged on the disk from the archive again.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~cache.repaired~1]
final class CacheRepair implements InstanceRepair {
    private static final Logger LOG = LoggerFactory.getLogger(CacheRepair.class);

    /// chosen: without the archive each picture would wait for it in vain.
    private static final long REST_NANOS = 15_000_000_000L;

    private final Archive archive;
    private final FetchStore store;
    private volatile long failedNanos;
    private volatile boolean hasFailed;

    CacheRepair(Archive archive, FetchStore store) {
        this.archive = archive;
        this.store = store;
    }

    @Override
    public boolean repair(StoredInstance instance) {
        if (hasFailed && System.nanoTime() - failedNanos < REST_NANOS) {
            return false;
        }
        try {
            byte[] bytes = archive.fetch(instance.study(), instance.series(), instance.uid(), Progress.IGNORED);
            InstanceCheck check = new InstanceCheck(store.studies(), instance.study(), "");
            InstanceHeader header = check.header(bytes);
            check.identity(
                    header,
                    new ArchiveInstance(
                            instance.uid(),
                            instance.series(),
                            instance.study(),
                            instance.sopClassUid(),
                            instance.number(),
                            instance.frames()));
            put(header, bytes);
            LOG.warn("a file that was missing or damaged was fetched again");
            return true;
        } catch (WorkstationException e) {
            hasFailed = true;
            failedNanos = System.nanoTime();
            LOG.warn("a file that is missing or damaged cannot be fetched again: {}", e.getMessage());
            return false;
        }
    }

    private synchronized void put(InstanceHeader header, byte[] bytes) throws WorkstationException {
        if (store.files().exists(header.uid())) {
            store.files().setAside(header.uid());
        }
        store.files().write(header.uid(), bytes);
        store.studies().add(List.of(new StudyStore.Arrival(header, bytes.length, StudyStore.sha256Of(bytes))));
    }
}
