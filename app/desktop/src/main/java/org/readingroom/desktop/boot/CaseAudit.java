package org.readingroom.desktop.boot;

import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// What goes on record about how cases are opened and written in.
final class CaseAudit {
    private final Surroundings around;

    CaseAudit(Surroundings around) {
        this.around = around;
    }

    /// `order` is written in although somebody else holds it.
    ///
    /// **Thread:** any but FX; blocks.
    void overruled(Order order, String reason) throws WorkstationException {
        around.session().audit().append(Action.UPDATE, "case.overruled", order.id(), Outcome.SUCCESS, reason);
    }

    /// `study`, which names another patient, is read for `order`.
    ///
    /// **Thread:** FX.
    void otherIdentity(Study study, Order order) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> {
                            around.session()
                                    .audit()
                                    .append(
                                            Action.READ,
                                            "study.other-identity",
                                            study.uid().value(),
                                            Outcome.SUCCESS,
                                            "for order " + order.id());
                            return true;
                        },
                        done -> {},
                        around::tell);
    }
}
