package org.readingroom.services.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports of ours that the server has and whose words cannot be read: two of one identifier, or a broken answer.
///
/// Each is asked for at every poll until it can be read. A person is told by what was sent last of it, which becomes
/// a conflict: that is kept, so that a later session goes on asking.
///
/// **Thread:** the poll's.
// [impl->req~report.incoming.unread~1]
final class UnreadReports {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadReports.class);

    /// chosen: ten minutes of polls; an answer that was cut is whole by then, one that is broken is broken.
    private static final int MOST_GARBLED = 20;

    private final Outbox outbox;
    private final ServerReports server;
    private final Map<ReportId, Integer> times = new HashMap<>();

    UnreadReports(Outbox outbox, ServerReports server) {
        this.outbox = outbox;
        this.server = server;
    }

    Set<ReportId> all() {
        return Set.copyOf(times.keySet());
    }

    void wasRead(ReportId report) {
        times.remove(report);
    }

    /// False when nobody is told yet, so that the changes are not behind us; any fault of the link is thrown on.
    boolean isTold(ReportId report, RisException fault) throws WorkstationException {
        if (fault.fault() != ServerFault.GARBLED && fault.fault() != ServerFault.REFUSED) {
            throw fault;
        }
        int count = times.merge(report, 1, Integer::sum);
        if (count == 1) {
            LOG.warn("report {} on the server cannot be read: {}", report, fault.getMessage());
        }
        if (fault.fault() == ServerFault.GARBLED && count < MOST_GARBLED) {
            return false;
        }
        OutboxEntry last = lastThere(report);
        if (last != null && last.state() == State.SENT && server.contestUnread(last)) {
            outbox.queued();
        }
        return true;
    }

    /// What was sent last of it, also when a person has it already or has seen to it.
    private @Nullable OutboxEntry lastThere(ReportId report) throws WorkstationException {
        OutboxEntry last = null;
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.isReport()
                    && entry.report().equals(report.value())
                    && outbox.receipt(entry.id()).isPresent()
                    && (last == null || last.reportVersion() < entry.reportVersion())) {
                last = entry;
            }
        }
        return last;
    }

    /// Whether `resource`, as the server calls it, is where our versions arrived: another resource with the same
    /// number of a version is no version that is known.
    boolean isWhereOursArrived(ReportId report, String resource) throws WorkstationException {
        OutboxEntry last = lastThere(report);
        return last == null
                || outbox.receipt(last.id())
                        .filter(receipt -> receipt.resource().isEmpty()
                                || receipt.resource().equals("DiagnosticReport/" + resource))
                        .isPresent();
    }
}
