package org.readingroom.services.reporting;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds words in all signed reports of this home.
///
/// The index is made from the sealed versions when it is first asked, and follows each signature; no word
/// of it is ever on a disk.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.search.sealed~1]
public final class ReportSearch {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSearch.class);

    private static final String URN = "urn:ietf:rfc:3986|urn:uuid:";

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final ReportIndex index = new ReportIndex();
    private long known;
    private long reached;

    ReportSearch(Database documents, Seal seal, AuditTrail audit, User user) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
    }

    /// At most [ReportIndex#MOST], the newest study first.
    ///
    /// **Errors:** `services.search.not-a-reader` for who reads no reports.
    public synchronized List<ReportHit> find(ReportQuery query) throws WorkstationException {
        refuseOthers();
        follow();
        List<ReportHit> hits = index.find(query);
        // what was looked for may name a patient; how much was found does not
        audit.append(Action.READ, "report.search", null, Outcome.SUCCESS, Integer.toString(hits.size()));
        return hits;
    }

    /// The studies that are meant among those with a signed report, in no order.
    ///
    /// **Errors:** as [#find].
    synchronized List<StudyIdentity> studies(Predicate<StudyIdentity> meant) throws WorkstationException {
        refuseOthers();
        follow();
        return index.studies(meant);
    }

    /// Whether one of `identifiers`, as the RIS has them, is that of a report signed here.
    boolean isOurs(Set<String> identifiers) throws WorkstationException {
        for (String each : identifiers) {
            String id = each.startsWith(URN) ? each.substring(URN.length()) : "";
            if (!id.isEmpty() && documents.read(t -> VersionTable.isKnown(t, id))) {
                return true;
            }
        }
        return false;
    }

    private void refuseOthers() throws WorkstationException {
        if (!user.has(Role.TRAINEE) && !user.has(Role.RADIOLOGIST) && !user.has(Role.SENIOR)) {
            WorkstationException refused =
                    new WorkstationException("services.search.not-a-reader", "no role that reads reports");
            audit.appendFailure(Action.READ, "report.search", null, refused);
            throw refused;
        }
    }

    /// Takes in what was signed since.
    private void follow() throws WorkstationException {
        if (documents.read(VersionTable::count) == known) {
            return;
        }
        for (VersionTable.Row row : documents.read(t -> VersionTable.after(t, reached))) {
            // one after the other: all of them at once may not fit
            take(
                    row,
                    documents
                            .read(t -> VersionTable.body(t, row.report(), row.version()))
                            .orElseThrow());
        }
    }

    /// A new reading is found once it was reviewed; till then what holds is.
    private void take(VersionTable.Row row, byte[] body) {
        try {
            SealContext context = new SealContext("version", "body", row.report() + "/" + row.version());
            SignedReport signed = ReportJson.readSigned(seal.open(body, context));
            if (signed.act().stage() != Stage.REREAD) {
                index.add(signed);
            }
        } catch (WorkstationException e) {
            LOG.warn("a version cannot be read and is not found by search: {}", e.getMessage());
        }
        known++;
        reached = Math.max(reached, row.auditSequence());
    }
}
