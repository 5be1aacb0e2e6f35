package org.readingroom.services.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.store.CachedStudies;
import org.readingroom.services.store.CachedStudies.Cached;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the studies that nobody looked at for longest off the disk, once they are too old, take too much room, or
/// leave too little.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~cache.quota~1]
public final class CacheKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(CacheKeeper.class);

    /// chosen: what was looked at within it may still be beside another study on the desk.
    private static final Duration JUST_USED = Duration.ofHours(1);

    private final CachedStudies cached;
    private final AuditTrail audit;
    private final Protection protection;
    private volatile CacheLimits limits;
    private final InstantSource clock;
    private final LongSupplier freeBytes;

    public CacheKeeper(
            CachedStudies cached,
            AuditTrail audit,
            Protection protection,
            CacheLimits limits,
            InstantSource clock,
            LongSupplier freeBytes) {
        this.cached = cached;
        this.audit = audit;
        this.protection = protection;
        this.limits = limits;
        this.clock = clock;
        this.freeBytes = freeBytes;
    }

    /// What is free on the disk of `folder`; endless when the disk does not say.
    public static LongSupplier freeOn(Path folder) {
        return () -> {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                return Long.MAX_VALUE;
            }
        };
    }

    public CacheLimits limits() {
        return limits;
    }

    /// Holds other limits from now on.
    public void use(CacheLimits other) {
        limits = other;
    }

    /// What is free on the disk; endless when it does not say.
    public long free() {
        return freeBytes.getAsLong();
    }

    /// Whether more may be fetched ahead of the reader.
    boolean hasRoom() throws WorkstationException {
        return isFree() && cached.all().stream().mapToLong(Cached::bytes).sum() < limits.quotaBytes();
    }

    private boolean isFree() {
        return freeBytes.getAsLong() > limits.freeBytes();
    }

    /// Takes off what has to go; `isOpen` names studies that are on the desk. Returns what went.
    synchronized List<StudyUid> sweep(Predicate<StudyUid> isOpen) throws WorkstationException {
        List<Cached> all = new ArrayList<>(cached.all());
        long total = all.stream().mapToLong(Cached::bytes).sum();
        Instant now = clock.instant();
        all.sort(Comparator.comparing(Cached::used));
        Set<StudyUid> kept = null;
        List<StudyUid> gone = new ArrayList<>();
        for (Cached one : all) {
            boolean isOld = one.used().plus(limits.unused()).isBefore(now);
            if (!isOld && total <= limits.quotaBytes() && isFree()) {
                continue;
            }
            if (kept == null) {
                Set<StudyUid> studies = new HashSet<>();
                all.forEach(each -> studies.add(each.study()));
                kept = protection.keptOf(studies);
            }
            boolean isJustUsed = one.used().plus(JUST_USED).isAfter(now);
            if (!kept.contains(one.study()) && !isOpen.test(one.study()) && !isJustUsed) {
                // the trail first: a program ended between the two has told of more than it did
                audit.append(Action.DELETE, "study.evict", one.study().value(), Outcome.SUCCESS, "");
                int files = cached.evict(one.study());
                LOG.info("{} files that lie in the archive were taken off the disk", files);
                total -= one.bytes();
                gone.add(one.study());
            }
        }
        return gone;
    }

    void used(StudyUid study) throws WorkstationException {
        cached.used(study, clock.instant());
    }
}
