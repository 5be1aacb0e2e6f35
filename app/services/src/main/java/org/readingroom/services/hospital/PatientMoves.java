package org.readingroom.services.hospital;

import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.viewer.model.WorkstationException;

/// Keeps which patients were merged or set apart, and leaves each in the audit trail.
final class PatientMoves implements OrderWatch.Links {
    private final PatientLinks links;
    private final AuditTrail audit;

    PatientMoves(PatientLinks links, AuditTrail audit) {
        this.links = links;
        this.audit = audit;
    }

    @Override
    public boolean take(OrderChanges changes) throws WorkstationException {
        boolean isNews = false;
        for (PatientLink each : links.take(changes.links())) {
            isNews = true;
            audit.append(
                    Action.UPDATE,
                    "patient.link",
                    each.patient().issuer() + "\n" + each.patient().value(),
                    Outcome.SUCCESS,
                    each.survivor() == null ? "apart" : "merged");
        }
        return isNews;
    }
}
