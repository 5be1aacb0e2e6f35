package org.readingroom.services.sync;

import org.readingroom.report.fhir.CriticalMessage;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Tells the RIS of critical values. Every resource is created on the condition that it is not there, so that told
/// twice it is told once; what was told before changes its state only after that.
// [impl->req~report.critical.told-ris~1]
final class CriticalCourier implements Courier {
    private final RisReports ris;
    private final Patience patience = new Patience();

    CriticalCourier(RisReports ris) {
        this.ris = ris;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        CriticalMessage message = CriticalMessage.read(parcel.body())
                .orElseThrow(() -> fault(ServerFault.REFUSED, "services.outbox.damaged", "no message"));
        try {
            String patient = ris.patient(message.patient())
                    .orElseThrow(() -> fault(
                            ServerFault.REFUSED,
                            "services.outbox.critical-patient-unsure",
                            "not exactly one patient fits"));
            ris.tell(message.addressed(patient));
            for (CriticalMessage.Change change : message.after()) {
                if (!ris.change(change)) {
                    throw patience.notThere(
                            parcel.entry().id(),
                            "services.outbox.critical-not-there",
                            "an earlier message is not found");
                }
            }
            patience.forget(parcel.entry().id());
            return Receipt.PLAIN;
        } catch (RisException e) {
            throw patience.beside(parcel.entry().id(), e, "a critical value is not told");
        } catch (ReportFormatException e) {
            throw fault(ServerFault.REFUSED, "services.outbox.damaged", "no bundle");
        }
    }

    private static SendFault fault(ServerFault fault, String messageKey, String facts) {
        return new SendFault(fault, messageKey, null, "", facts, null);
    }
}
