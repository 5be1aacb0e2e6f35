package org.readingroom.services.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.check.Overrules;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.Authors;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.OverruleTable;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What persons let stand of what the checks found in a report: sealed, each with its audit event in one
/// transaction, never changed. It is no part of what is signed.
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
// [impl->req~report.check.overrule-kept~1]
public final class KeptOverrules {
    private static final Logger LOG = LoggerFactory.getLogger(KeptOverrules.class);

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;

    KeptOverrules(Database documents, Seal seal, AuditTrail audit, User user) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
    }

    /// Those given for the report of `study`, oldest first; each holds only for the words it was given for.
    public List<Overrule> ofStudy(StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        List<Overrule> all = new ArrayList<>();
        for (OverruleTable.Row row : documents.read(t -> OverruleTable.ofStudy(t, key))) {
            all.add(OverruleJson.read(seal.open(row.body(), context(row.id()))));
        }
        return List.copyOf(all);
    }

    /// Keeps what the signed-in person let stand in `report` of `study`.
    ///
    /// **Errors:** `services.report.not-a-writer`.
    public void keep(StudyIdentity study, String report, Overrule given) throws WorkstationException {
        if (!given.userId().equals(user.id())) {
            throw new IllegalArgumentException("somebody else let it stand");
        }
        if (Authors.of(user).roles().isEmpty()) {
            throw new WorkstationException("services.report.not-a-writer", "no role to write");
        }
        String id = UUID.randomUUID().toString();
        byte[] body = seal.seal(OverruleJson.write(given), context(id));
        AuditTable.Row head = documents.write(t -> {
            OverruleTable.insert(t, new OverruleTable.Row(id, key(study.study()), body));
            // the words may name the patient: the trail holds the check, its rules and the reason
            return audit.appendIn(
                    t,
                    Action.UPDATE,
                    "report.check-overruled",
                    report,
                    Outcome.SUCCESS,
                    given.checkId() + ", " + given.rulesVersion() + ": " + given.reason());
        });
        audit.publish(head);
    }

    /// `results` without what `rules` let stand and somebody did let stand. What cannot be read lets nothing stand.
    List<CheckResult> without(List<CheckResult> results, Report report, CheckRules rules) {
        try {
            return new Overrules(ofStudy(report.study().study())).without(results, report, rules);
        } catch (WorkstationException e) {
            LOG.error("what was let stand cannot be read: {}", e.getMessage());
            return results;
        }
    }

    private byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }

    private static SealContext context(String id) {
        return new SealContext("overrule", "body", id);
    }
}
