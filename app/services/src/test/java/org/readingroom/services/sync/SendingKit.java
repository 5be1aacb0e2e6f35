package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DocumentsSchema;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;

/// An outbox of its own with servers that do as they are told.
final class SendingKit implements AutoCloseable {
    /// chosen: small numbers a person can follow.
    static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(60), new Random(7));

    /// A server that remembers what it was given and fails as told.
    static final class Told implements Courier {
        final List<String> given = new ArrayList<>();
        final List<Courier.Parcel> parcels = new ArrayList<>();
        final Deque<Exception> faults = new ArrayDeque<>();
        boolean losesReply;

        @Override
        public synchronized Receipt send(Courier.Parcel parcel) throws WorkstationException {
            parcels.add(parcel);
            Exception fault = faults.poll();
            String words = new String(parcel.body(), StandardCharsets.UTF_8);
            if (fault == null || losesReply) {
                if (!given.contains(words)) {
                    given.add(words);
                }
            }
            switch (fault) {
                case null -> {
                    return new Receipt("DiagnosticReport/1", String.valueOf(given.size()), QuickHome.START);
                }
                case WorkstationException known -> throw known;
                case RuntimeException unknown -> throw unknown;
                default -> throw new IllegalStateException(fault);
            }
        }

        void failWith(ServerFault... kinds) {
            for (ServerFault kind : kinds) {
                faults.add(fault(kind, null));
            }
        }
    }

    static SendFault fault(ServerFault kind, @org.jspecify.annotations.Nullable Duration retryAfter) {
        return new SendFault(kind, kind.messageKey(), retryAfter, "said the server: " + kind, "told to", null);
    }

    final QuickHome.Clock clock = new QuickHome.Clock();
    final Told ris = new Told();
    final Told pacs = new Told();
    final Database documents;
    final Seal seal;
    final AuditTrail audit;
    final Outbox outbox;
    final LaneRunner runner = new LaneRunner(Runnable::run);
    OutboxSender sender;

    SendingKit(Path folder) throws WorkstationException {
        SecureRandom random = new SecureRandom();
        documents = Database.open(
                folder.resolve("documents.db"), Database.Durability.DURABLE, DocumentsSchema.SCHEMA, WriteProbe.NONE);
        seal = new EnvelopeSeal(DataKey.random(random), random);
        audit = new AuditTrail(documents, seal, folder.resolve("anchor"), WriteProbe.NONE, clock, "somebody");
        outbox = new Outbox(documents, seal);
        sender = sender(Map.of("ris", ris, "pacs", pacs));
    }

    OutboxSender sender(Map<String, Courier> couriers) {
        return new OutboxSender(documents, seal, outbox, audit, couriers, BACK_OFF, clock, runner);
    }

    /// A signed version and its entry; the body is `report/version`.
    OutboxEntry sign(String report, int version) throws WorkstationException {
        OutboxEntry entry = entry(report, version, OutboxKinds.REPORT, "ris");
        documents.write(t -> {
            AuditTable.Row event = audit.appendIn(t, Action.EXECUTE, "report.sign", report, Outcome.SUCCESS, "");
            VersionTable.insert(
                    t,
                    new VersionTable.Row(
                            report, version, new byte[32], "PRIMARY", "u", 0, "d", event.sequence(), event.digest()),
                    new byte[1],
                    new byte[1]);
            outbox.putVersionIn(t, entry, (report + "/" + version).getBytes(StandardCharsets.UTF_8));
            return true;
        });
        return entry;
    }

    /// The PDF of a version.
    OutboxEntry document(String report, int version) throws WorkstationException {
        return put(entry(report, version, OutboxKinds.DOCUMENT, "pacs"), report + "/" + version + " pdf");
    }

    /// That the case of a version is read.
    OutboxEntry task(String report, int version) throws WorkstationException {
        return put(entry(report, version, OutboxKinds.TASK, "ris"), "task");
    }

    /// What is told of a critical value of `study`.
    OutboxEntry critical(String study, String body) throws WorkstationException {
        return put(entry(study, "", 0, OutboxKinds.CRITICAL, "ris"), body);
    }

    /// How the work on `study` stands.
    OutboxEntry news(String study, String body) throws WorkstationException {
        return put(entry(study, "", 0, OutboxKinds.CASE, "ris"), body);
    }

    /// That a version was sent back, or signed again.
    OutboxEntry newsOf(String report, int version, String body) throws WorkstationException {
        return put(entry(report, version, OutboxKinds.CASE, "ris"), body);
    }

    /// An object made of marks.
    OutboxEntry object(String name) throws WorkstationException {
        return put(entry("", 0, "SR", "pacs"), name);
    }

    private OutboxEntry put(OutboxEntry entry, String body) throws WorkstationException {
        documents.write(t -> {
            outbox.putIn(t, entry, body.getBytes(StandardCharsets.UTF_8));
            return true;
        });
        return entry;
    }

    private OutboxEntry entry(String report, int version, String kind, String target) {
        return entry("2.25.1001", report, version, kind, target);
    }

    private OutboxEntry entry(String study, String report, int version, String kind, String target) {
        return new OutboxEntry(
                UUID.randomUUID(),
                new StudyUid(study),
                report,
                version,
                kind,
                "text/plain",
                target,
                clock.instant(),
                OutboxEntry.State.WAITING,
                0,
                3);
    }

    OutboxEntry.State state(OutboxEntry entry) throws WorkstationException {
        return outbox.entry(entry.id()).state();
    }

    /// Steps the lane of `target` until it has nothing to do now; returns what it would wait.
    java.util.Optional<Duration> run(String target) throws WorkstationException {
        for (int i = 0; i < 100; i++) {
            java.util.Optional<Duration> wait = sender.step(target);
            if (wait.isEmpty() || !wait.get().isZero()) {
                return wait;
            }
        }
        throw new IllegalStateException("never done");
    }

    @Override
    public void close() {
        sender.close();
        runner.close();
        documents.close();
    }
}
