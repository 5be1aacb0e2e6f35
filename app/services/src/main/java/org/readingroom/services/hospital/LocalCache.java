package org.readingroom.services.hospital;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.fetch.ArchiveFetcher;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheKeeper;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.KeptFor;
import org.readingroom.services.reading.KeptStudies;
import org.readingroom.services.store.CachedStudies.Cached;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The archive's studies as far as they lie on this disk: how much room they take, which of them stay, and the limits
/// that a person sets.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~hospital.ready~1]
// [impl->req~hospital.cache-limits~1]
public final class LocalCache {
    private final HospitalNeeds needs;
    private final SettingsStore settings;
    private final CacheSettings kept;
    private final KeptStudies protection;
    private final CacheKeeper keeper;

    LocalCache(HospitalNeeds needs, SettingsStore settings) {
        this.needs = needs;
        this.settings = settings;
        this.kept = new CacheSettings(needs.documents(), needs.seal(), needs.audit());
        this.protection = new KeptStudies(
                needs.documents(),
                needs.seal(),
                needs.orders(),
                needs.outbox(),
                needs.studies(),
                needs.user().loginName());
        this.keeper = new CacheKeeper(
                needs.fetchStore().cached(),
                needs.audit(),
                protection,
                kept.current(),
                needs.clock(),
                CacheKeeper.freeOn(needs.folder()));
    }

    CacheKeeper keeper() {
        return keeper;
    }

    /// How the room is used now, and by which studies.
    ///
    /// **Units:** bytes.
    public record Look(CacheFigures figures, Map<StudyUid, Long> bytes) {
        public Look {
            bytes = Map.copyOf(bytes);
        }
    }

    public Look look() throws WorkstationException {
        List<Cached> all = needs.fetchStore().cached().all();
        Map<StudyUid, Long> bytes = new HashMap<>();
        all.forEach(one -> bytes.put(one.study(), one.bytes()));
        Map<KeptFor, Integer> counts = new EnumMap<>(KeptFor.class);
        long keptBytes = 0;
        for (Map.Entry<StudyUid, KeptFor> one : reasons(bytes.keySet()).entrySet()) {
            counts.merge(one.getValue(), 1, Integer::sum);
            keptBytes += bytes.getOrDefault(one.getKey(), 0L);
        }
        long used = bytes.values().stream().mapToLong(Long::longValue).sum();
        return new Look(new CacheFigures(all.size(), used, counts, keptBytes, keeper.free(), keeper.limits()), bytes);
    }

    private Map<StudyUid, KeptFor> reasons(Set<StudyUid> studies) throws WorkstationException {
        return protection.reasonsOf(new HashSet<>(studies));
    }

    public CacheLimits limits() {
        return keeper.limits();
    }

    /// As with the servers: an administrator, anybody where none are set or all is invented.
    public boolean mayChange() throws WorkstationException {
        return settings.mayChange();
    }

    /// Keeps other limits and holds them from now on; returns how many studies had to leave the disk for them. The same
    /// ones again change nothing.
    ///
    /// **Errors:** `services.servers.administrator-only`; `services.cache.limits` for what nobody can mean;
    /// `services.cache.floor` when even an empty cache would not leave so much free.
    int keep(CacheLimits limits, @Nullable ArchiveFetcher fetcher) throws WorkstationException {
        if (limits.equals(keeper.limits())) {
            return 0;
        }
        WorkstationException refused = refusal(limits);
        if (refused != null) {
            needs.audit().appendFailure(Action.UPDATE, "cache.limits", null, refused);
            throw refused;
        }
        kept.keep(limits);
        keeper.use(limits);
        if (fetcher == null) {
            // without an archive nothing that left would come back
            return 0;
        }
        int gone = fetcher.tidy();
        fetcher.resume();
        return gone;
    }

    private @Nullable WorkstationException refusal(CacheLimits limits) throws WorkstationException {
        if (!mayChange()) {
            return new WorkstationException(
                    "services.servers.administrator-only", "limits are changed by an administrator");
        }
        if (!limits.isSensible()) {
            return new WorkstationException(
                    "services.cache.limits",
                    List.of(CacheLimits.MOST_GIB, CacheLimits.MOST_DAYS),
                    "limits of the cache that nobody can mean",
                    null);
        }
        long most = mostFree();
        return limits.freeBytes() > most
                ? new WorkstationException(
                        "services.cache.floor",
                        List.of(most / CacheLimits.GIB),
                        "more is to stay free than an empty cache would leave",
                        null)
                : null;
    }

    /// What would be free on the disk if the cache were empty.
    private long mostFree() throws WorkstationException {
        long free = keeper.free();
        return free == Long.MAX_VALUE ? free : free + look().figures().usedBytes();
    }
}
