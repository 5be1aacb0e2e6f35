package org.readingroom.services.sync;

import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Everything that goes to the RIS, each kind in its own way.
public final class RisCourier implements Courier {
    private final ReportCourier reports;
    private final TaskCourier tasks;
    private final RecallCourier recalls;
    private final CriticalCourier critical;
    private final CaseCourier cases;

    public RisCourier(RisReports ris) {
        this.reports = new ReportCourier(ris);
        this.tasks = new TaskCourier(ris);
        this.recalls = new RecallCourier(ris);
        this.critical = new CriticalCourier(ris);
        this.cases = new CaseCourier(ris);
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        if (parcel.entry().kind().equals(OutboxKinds.TASK)) {
            return tasks.send(parcel);
        }
        if (parcel.entry().kind().equals(OutboxKinds.RECALL)) {
            return recalls.send(parcel);
        }
        if (parcel.entry().kind().equals(OutboxKinds.CRITICAL)) {
            return critical.send(parcel);
        }
        if (parcel.entry().kind().equals(OutboxKinds.CASE)) {
            return cases.send(parcel);
        }
        if (parcel.entry().mediaType().equals(ReportBundle.MEDIA_TYPE)) {
            return reports.send(parcel);
        }
        // signed before there was a link: those bytes are no message that a RIS takes
        throw new SendFault(ServerFault.REFUSED, "services.outbox.old-form", null, "", "an entry of an old form", null);
    }
}
