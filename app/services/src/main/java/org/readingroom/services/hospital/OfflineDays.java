package org.readingroom.services.hospital;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.WorkstationException;

/// How long ago this desk last met the information system, and how long it may go on without.
///
/// ```
/// hospital.contact   sealed: last contact, latest time ever seen here     (milliseconds since 1970)
/// ```
///
/// The latest time is kept beside the contact, so that a clock set back wins no days: time stands still until it has
/// caught up. A clock that once ran ahead costs days; meeting the system puts it right.
// [impl->req~hospital.offline-days~1]
public final class OfflineDays {
    private static final String KEY = "hospital.contact";
    private static final SealContext CONTEXT = new SealContext("home", "value", KEY);
    /// Chosen: what is written at most once an hour is exact enough for days.
    static final Duration COARSE = Duration.ofHours(1);

    private final Database documents;
    private final Seal seal;
    private final InstantSource clock;

    OfflineDays(Database documents, Seal seal, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.clock = clock;
    }

    private record Mark(Instant contact, Instant latest) {}

    /// How much of the time without the system is used up.
    ///
    /// `daysLeft` are whole days begun, 0 when none is left; `isSoon` when the person is to be told.
    public record Left(boolean isLimited, long daysLeft, boolean isSoon) {
        static final Left UNLIMITED = new Left(false, 0, false);

        public boolean isOver() {
            return isLimited && daysLeft == 0;
        }
    }

    /// What is left now. A desk without an information system has nothing to miss.
    public Left left(HospitalSettings settings) throws WorkstationException {
        int days = settings.offlineSignInDays();
        Optional<Mark> mark = documents.read(this::mark);
        if (days == 0 || !settings.servers().hasRis() || mark.isEmpty()) {
            return Left.UNLIMITED;
        }
        Instant now = later(clock.instant(), mark.get().latest());
        Duration rest = Duration.ofDays(days).minus(Duration.between(mark.get().contact(), now));
        long begun = rest.isNegative() || rest.isZero()
                ? 0
                : rest.plusDays(1).minusNanos(1).toDays();
        // Chosen: a week, or half of a short limit, is time to go and connect.
        return new Left(true, begun, begun <= Math.min(7, Math.max(1, days / 2)));
    }

    /// Keeps that the system was met at `at`.
    void contact(Instant at) throws WorkstationException {
        Optional<Mark> mark = documents.read(this::mark);
        // Not the later one: the system was met, so a latest time ahead of the clock was a wrong clock.
        if (mark.isEmpty() || Duration.between(mark.get().contact(), at).abs().compareTo(COARSE) >= 0) {
            documents.write(t -> put(t, new Mark(at, at)));
        }
    }

    /// Keeps the time of a sign-in without the system.
    void seen() throws WorkstationException {
        Optional<Mark> mark = documents.read(this::mark);
        Instant now = clock.instant();
        if (mark.isPresent() && Duration.between(mark.get().latest(), now).compareTo(COARSE) >= 0) {
            documents.write(t -> put(t, new Mark(mark.get().contact(), now)));
        }
    }

    void beginIn(Transaction transaction) throws StoreException {
        put(transaction, new Mark(clock.instant(), clock.instant()));
    }

    private Optional<Mark> mark(Transaction transaction) throws WorkstationException {
        Optional<byte[]> sealed = HomeTable.get(transaction, KEY);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer plain = ByteBuffer.wrap(seal.open(sealed.get(), CONTEXT));
        return Optional.of(new Mark(Instant.ofEpochMilli(plain.getLong()), Instant.ofEpochMilli(plain.getLong())));
    }

    private boolean put(Transaction transaction, Mark mark) throws StoreException {
        byte[] plain = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(mark.contact().toEpochMilli())
                .putLong(mark.latest().toEpochMilli())
                .array();
        HomeTable.put(transaction, KEY, seal.seal(plain, CONTEXT));
        return true;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
