package org.readingroom.services.sync;

import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Recall;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Tells the RIS that earlier versions of a report hold no more. Told twice, it is told once.
// [impl->req~report.fhir.one-valid~1]
final class RecallCourier implements Courier {
    private final RisReports ris;
    private final Patience patience = new Patience();

    RecallCourier(RisReports ris) {
        this.ris = ris;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        Recall recall = Recall.read(parcel.body())
                .orElseThrow(() -> fault(ServerFault.REFUSED, "services.outbox.damaged", "no recall"));
        Recall.Outcome outcome;
        try {
            outcome = ris.recall(recall);
        } catch (RisException e) {
            throw patience.beside(parcel.entry().id(), e, "earlier versions are not recalled");
        }
        return switch (outcome) {
            case DONE -> {
                patience.forget(parcel.entry().id());
                yield Receipt.PLAIN;
            }
            case NOT_THERE ->
                throw patience.notThere(
                        parcel.entry().id(),
                        "services.outbox.recall-not-there",
                        "the version that is to hold is not found");
            case TAKEN_BACK ->
                throw fault(
                        ServerFault.CONFLICT,
                        "services.outbox.recall-taken-back",
                        "the version that is to hold was taken back");
        };
    }

    private static SendFault fault(ServerFault fault, String messageKey, String facts) {
        return new SendFault(fault, messageKey, null, "", facts, null);
    }
}
