package org.readingroom.services.hospital;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The limits of the local cache, kept in the home.
///
/// ```
/// hospital.cache   sealed: quota in bytes, time unused in milliseconds, free space in bytes
/// ```
///
/// **Thread:** any but `fx`; blocks.
// [impl->req~hospital.cache-limits~1]
final class CacheSettings {
    private static final Logger LOG = LoggerFactory.getLogger(CacheSettings.class);
    private static final String KEY = "hospital.cache";
    private static final SealContext CONTEXT = new SealContext("home", "value", KEY);

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;

    CacheSettings(Database documents, Seal seal, AuditTrail audit) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
    }

    /// The usual ones while none were kept, and when what was kept cannot be read: nobody is kept from signing in by
    /// it.
    CacheLimits current() {
        try {
            Optional<byte[]> sealed = documents.read(t -> HomeTable.get(t, KEY));
            if (sealed.isPresent()) {
                ByteBuffer plain = ByteBuffer.wrap(seal.open(sealed.get(), CONTEXT));
                CacheLimits limits =
                        new CacheLimits(plain.getLong(), Duration.ofMillis(plain.getLong()), plain.getLong());
                if (limits.isSensible()) {
                    return limits;
                }
                LOG.warn("the limits of the cache that are kept are none; the usual ones hold");
            }
        } catch (WorkstationException e) {
            LOG.warn("the limits of the cache cannot be read, the usual ones hold: {}", e.getMessage());
        }
        return CacheLimits.DEFAULT;
    }

    void keep(CacheLimits limits) throws WorkstationException {
        byte[] plain = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(limits.quotaBytes())
                .putLong(limits.unused().toMillis())
                .putLong(limits.freeBytes())
                .array();
        byte[] sealed = seal.seal(plain, CONTEXT);
        String told =
                "quota=" + limits.quotaBytes() + " days=" + limits.unused().toDays() + " free=" + limits.freeBytes();
        audit.publish(documents.write(t -> {
            HomeTable.put(t, KEY, sealed);
            return audit.appendIn(t, Action.UPDATE, "cache.limits", null, Outcome.SUCCESS, told);
        }));
    }
}
