package org.readingroom.services.hospital;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.WorkstationException;

/// Counts what was done since a drill began, from the audit trail and the outbox.
final class DrillWork {
    private final AuditTrail audit;
    private final Outbox outbox;
    private final long from;
    private final Set<UUID> before;

    private DrillWork(AuditTrail audit, Outbox outbox, long from, Set<UUID> before) {
        this.audit = audit;
        this.outbox = outbox;
        this.from = from;
        this.before = before;
    }

    static DrillWork begin(AuditTrail audit, Outbox outbox) throws WorkstationException {
        Set<UUID> before = new HashSet<>();
        outbox.entries().forEach(entry -> before.add(entry.id()));
        return new DrillWork(audit, outbox, head(audit), before);
    }

    DrillReport.Work now() throws WorkstationException {
        List<AuditEvent> events = audit.latest((int) Math.min(Integer.MAX_VALUE, head(audit) - from)).stream()
                .filter(event -> event.outcome() == AuditEvent.Outcome.SUCCESS)
                .toList();
        List<OutboxEntry> queued = outbox.entries().stream()
                .filter(entry -> !before.contains(entry.id()))
                .toList();
        return new DrillReport.Work(
                different(events, "report.open"),
                different(events, "report.draft"),
                (int) events.stream()
                        .filter(event -> event.type().equals("report.sign"))
                        .count(),
                (int) events.stream()
                        .filter(event -> event.type().equals("object.make"))
                        .count(),
                queued.size(),
                (int) queued.stream().filter(entry -> !entry.state().isOpen()).count(),
                (int) queued.stream()
                        .filter(entry -> entry.state().needsPerson())
                        .count());
    }

    private static int different(List<AuditEvent> events, String type) {
        return (int) events.stream()
                .filter(event -> event.type().equals(type))
                .map(AuditEvent::object)
                .distinct()
                .count();
    }

    private static long head(AuditTrail audit) throws WorkstationException {
        List<AuditEvent> head = audit.latest(1);
        return head.isEmpty() ? 0 : head.getFirst().sequence();
    }
}
