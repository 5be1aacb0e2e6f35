package org.readingroom.services.reading;

import java.util.HashMap;
import java.util.Map;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The reports that were signed here, sent or on their way, each with its study.
final class ReportsSent {
    private ReportsSent() {}

    static Map<ReportId, StudyUid> of(Outbox outbox) throws WorkstationException {
        Map<ReportId, StudyUid> known = new HashMap<>();
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.isReport()) {
                known.put(new ReportId(entry.report()), entry.study());
            }
        }
        return known;
    }
}
