package org.readingroom.services.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.OutboxPlanTable;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to one server: one entry at a time, the oldest that may go first.
///
/// A fault of the server itself rests the whole lane, so that a hundred entries do not knock at a closed door one
/// after the other; a fault of one entry rests that entry alone. When the door needs a person (a certificate, a
/// credential), the lane is held until somebody asks for another attempt.
///
/// **Thread:** one at a time.
// [impl->req~outbox.back-off~1]
final class SenderLane {
    private static final Logger LOG = LoggerFactory.getLogger(SenderLane.class);

    private final String target;
    private final Courier courier;
    private final Set<String> servers;
    private final Database documents;
    private final Outbox outbox;
    private final OutboxLedger ledger;
    private final BackOff backOff;
    private final InstantSource clock;
    private final Consumer<UUID> changed;

    private int failures;
    private @Nullable Instant restsUntil;
    private boolean isHeld;
    private int lost;
    private final Object gate = new Object();
    private boolean isOut;
    private boolean isOver;

    SenderLane(
            String target,
            Courier courier,
            Set<String> servers,
            Database documents,
            Outbox outbox,
            OutboxLedger ledger,
            BackOff backOff,
            InstantSource clock,
            Consumer<UUID> changed) {
        this.target = target;
        this.courier = courier;
        this.servers = servers;
        this.documents = documents;
        this.outbox = outbox;
        this.ledger = ledger;
        this.backOff = backOff;
        this.clock = clock;
        this.changed = changed;
    }

    String target() {
        return target;
    }

    /// Whether the lane waits for a person.
    synchronized boolean isHeld() {
        return isHeld;
    }

    /// The way is free again, as far as anybody knows.
    synchronized void free() {
        isHeld = false;
        restsUntil = null;
        failures = 0;
    }

    /// Sends the next entry that may go; returns how long to wait until there may be another: nothing at all when
    /// none is planned.
    Optional<Duration> step() throws WorkstationException {
        Instant now = clock.instant();
        synchronized (this) {
            if (isHeld) {
                return Optional.empty();
            }
            Instant rest = restsUntil;
            if (rest != null && !SendingOrder.isDue(rest.toEpochMilli(), now.toEpochMilli())) {
                return Optional.of(Duration.between(now, rest));
            }
        }
        List<OutboxTable.Row> open = documents.read(OutboxTable::open);
        Map<String, Long> due = documents.read(OutboxPlanTable::due);
        Optional<OutboxTable.Row> next = SendingOrder.next(open, target, due, servers, now.toEpochMilli());
        if (next.isPresent()) {
            take(next.get());
            return Optional.of(Duration.ZERO);
        }
        return SendingOrder.earliest(open, target, due, servers)
                .map(millis -> Duration.between(now, Instant.ofEpochMilli(millis)));
    }

    /// One that cannot be opened waits for a person and keeps no other back.
    private void take(OutboxTable.Row row) throws WorkstationException {
        try {
            OutboxEntry entry = outbox.entryOf(row);
            send(entry, outbox.body(entry.id()));
        } catch (SealBrokenException e) {
            SendFault fault = new SendFault(
                    ServerFault.REFUSED, "services.outbox.damaged", null, "", "an entry cannot be opened", e);
            ledger.needsPerson(UUID.fromString(row.id()), OutboxEntry.State.DEAD, fault);
        }
        changed.accept(UUID.fromString(row.id()));
    }

    private void send(OutboxEntry entry, byte[] body) throws WorkstationException {
        Base base = ledger.begin(entry.id());
        Receipt receipt;
        if (!leave()) {
            return;
        }
        try {
            receipt = courier.send(new Courier.Parcel(entry, body, base, entry.attempts() > 0));
        } catch (WorkstationException | RuntimeException e) {
            if (!comeBack()) {
                failed(entry, SendFault.of(e));
            }
            // else given up with the session; the attempt is counted, so the next one looks first
            return;
        }
        comeBack();
        free();
        ledger.acknowledged(entry, receipt);
    }

    /// Only a request under way is interrupted, never the writing down of what came of it.
    void giveUp(Runnable interrupt) {
        synchronized (gate) {
            isOver = true;
            if (isOut) {
                interrupt.run();
            }
        }
    }

    private boolean leave() {
        synchronized (gate) {
            isOut = !isOver;
            return isOut;
        }
    }

    /// True when the request was given up.
    private boolean comeBack() {
        synchronized (gate) {
            isOut = false;
            return Thread.interrupted() || isOver;
        }
    }

    private void failed(OutboxEntry entry, SendFault fault) throws WorkstationException {
        LOG.info("outbox entry {} for {} did not arrive: {}", entry.id(), target, fault.fault());
        switch (fault.fault().next()) {
            case MERGE -> conflict(entry, fault);
            case PERSON -> {
                if (fault.isOfTheServer()) {
                    hold(entry, fault);
                } else {
                    ledger.needsPerson(entry.id(), OutboxEntry.State.DEAD, fault);
                }
            }
            case LATER -> ledger.failed(entry.id(), fault, rest(entry, fault));
        }
    }

    private void conflict(OutboxEntry entry, SendFault fault) throws WorkstationException {
        Optional<Receipt> receipt = fault.receipt();
        if (receipt.isPresent()) {
            free();
            ledger.acknowledged(entry, receipt.get(), fault);
        } else {
            ledger.needsPerson(entry.id(), OutboxEntry.State.CONFLICT, fault);
        }
    }

    /// The door needs a person: this entry tells of it, and the others wait behind it.
    private void hold(OutboxEntry entry, SendFault fault) throws WorkstationException {
        ledger.needsPerson(entry.id(), OutboxEntry.State.DEAD, fault);
        synchronized (this) {
            isHeld = true;
        }
    }

    private Duration rest(OutboxEntry entry, SendFault fault) {
        if (!fault.isOfTheServer()) {
            int attempts = entry.attempts() + 1;
            return fault.retryAfter()
                    .map(asked -> backOff.after(attempts, asked))
                    .orElseGet(() -> backOff.after(attempts));
        }
        synchronized (this) {
            failures++;
            Duration wait = fault.retryAfter()
                    .map(asked -> backOff.after(failures, asked))
                    .orElseGet(() -> backOff.after(failures));
            restsUntil = clock.instant().plus(wait);
            // the lane rests; the entry itself may go as soon as the lane does, unless the server named a time
            return fault.fault() == ServerFault.BUSY ? wait : Duration.ZERO;
        }
    }

    /// Goes on from a fault of this home's own disk, more slowly each time.
    Duration own(Exception fault) {
        LOG.warn(
                "the outbox for {} cannot be worked on: {}",
                target,
                fault.getClass().getSimpleName());
        return backOff.after(++lost);
    }

    void isSound() {
        lost = 0;
    }
}
