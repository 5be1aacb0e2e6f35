package org.readingroom.services.hospital;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkStatus;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.sync.ArchiveCourier;
import org.readingroom.services.sync.BackOff;
import org.readingroom.services.sync.Courier;
import org.readingroom.services.sync.OutboxSender;
import org.readingroom.services.sync.RisCourier;
import org.readingroom.viewer.task.TaskRunner;

/// Makes the sender of a session of the servers that are set.
final class Sending {
    private static final String RIS = "ris";
    private static final String PACS = "pacs";

    private Sending() {}

    static OutboxSender sender(
            HospitalNeeds needs, @Nullable Archive archive, @Nullable RisReports reports, TaskRunner runner) {
        Map<String, Courier> couriers = new TreeMap<>();
        if (reports != null) {
            couriers.put(RIS, new RisCourier(reports));
        }
        if (archive != null) {
            couriers.put(PACS, new ArchiveCourier(archive));
        }
        return new OutboxSender(
                needs.documents(),
                needs.seal(),
                needs.outbox(),
                needs.audit(),
                couriers,
                BackOff.usual(needs.random()),
                needs.clock(),
                runner);
    }

    /// What waits does not wait out its rest when a server is back.
    static void tell(OutboxSender sender, LinkStatus status) {
        if (status.state() == LinkState.UP) {
            sender.linkIsBack(status.kind() == LinkKind.RIS ? RIS : PACS);
        }
    }
}
