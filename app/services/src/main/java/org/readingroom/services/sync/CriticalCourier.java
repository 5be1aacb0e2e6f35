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
    /// chosen: as for a recall, some five minutes; an earlier message may wait for a server that is slow to find.
    private static final int MOST_LOOKS = 8;

    private final RisReports ris;

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
                    boolean isGone = parcel.entry().attempts() + 1 >= MOST_LOOKS;
                    throw fault(
                            isGone ? ServerFault.REFUSED : ServerFault.BROKEN,
                            "services.outbox.critical-not-there",
                            "an earlier message is not found");
                }
            }
            return Receipt.PLAIN;
        } catch (RisException e) {
            throw SendFault.beside(e, "a critical value is not told");
        } catch (ReportFormatException e) {
            throw fault(ServerFault.REFUSED, "services.outbox.damaged", "no bundle");
        }
    }

    private static SendFault fault(ServerFault fault, String messageKey, String facts) {
        return new SendFault(fault, messageKey, null, "", facts, null);
    }
}
