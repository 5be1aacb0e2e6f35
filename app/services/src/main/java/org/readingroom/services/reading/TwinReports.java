package org.readingroom.services.reading;

import org.readingroom.report.fhir.FiledReport;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out that a study which was reported here was reported on another desk as well.
///
/// The courier looks before and after it files; a desk whose report came first of the two hears of the other only
/// here. What arrived is then shown as a conflict, and what was signed on top of it waits.
// [impl->req~report.twice~1]
final class TwinReports {
    private static final Logger LOG = LoggerFactory.getLogger(TwinReports.class);

    private final Outbox outbox;
    private final ServerReports server;

    TwinReports(Outbox outbox, ServerReports server) {
        this.outbox = outbox;
        this.server = server;
    }

    /// Looks at a report that is none of ours; false when one of ours is on its way to the same study, so that it
    /// is not known yet whether both arrived.
    boolean isSettled(FiledReport other) throws WorkstationException {
        boolean isSettled = true;
        OutboxEntry last = null;
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.isReport() && other.isOf(entry.study())) {
                isSettled &= entry.state() != State.WAITING || entry.attempts() == 0;
                last = entry.state() == State.SENT ? entry : last;
            }
        }
        if (last != null && server.contest(last)) {
            LOG.info("report {} and another one are of the same study", last.report());
            outbox.queued();
        }
        return isSettled;
    }
}
