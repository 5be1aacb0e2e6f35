package org.readingroom.services.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.redline.Digest;
import org.readingroom.report.redline.RedlineVersion;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.HoldingVersions;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What others changed of the reports that the signed-in person signed first. Nobody sees it of anybody else.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.digest.own~1]
public final class SeniorChanges {
    private static final Logger LOG = LoggerFactory.getLogger(SeniorChanges.class);

    private final Database documents;
    private final SignedArchive archive;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final User user;

    SeniorChanges(Database documents, Seal seal, AuditTrail audit, User user) {
        this.documents = documents;
        this.archive = new SignedArchive(documents, seal);
        this.outbox = new Outbox(documents, seal);
        this.audit = audit;
        this.user = user;
    }

    /// Changes signed at `from` or later, in versions that hold: a new reading only once it was reviewed, and never
    /// when what it was a reading of was withdrawn.
    public Digest since(Instant from) throws WorkstationException {
        Set<String> withdrawn = outbox.withdrawn();
        List<List<RedlineVersion>> reports = new ArrayList<>();
        int unread = 0;
        for (String report : documents.read(t -> VersionTable.followedByOthers(t, user.id(), from.toEpochMilli()))) {
            try {
                List<SignedReport> holding = new HoldingVersions(withdrawn).of(archive.ofReport(new ReportId(report)));
                reports.add(ValidVersions.of(holding).stream()
                        .map(RedlineVersion::of)
                        .toList());
            } catch (WorkstationException e) {
                LOG.warn("a report cannot be read and is not in the digest: {}", e.getMessage());
                unread++;
            }
        }
        Digest digest = Digest.of(user.id(), reports, from, unread);
        audit.append(
                Action.READ,
                "report.digest",
                null,
                Outcome.SUCCESS,
                Integer.toString(digest.entries().size()));
        return digest;
    }
}
