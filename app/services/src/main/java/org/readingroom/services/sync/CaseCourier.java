package org.readingroom.services.sync;

import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Tells the RIS how the work on a case stands. Told twice, it is told once.
// [impl->req~report.fhir.case-told~1]
final class CaseCourier implements Courier {
    private final RisReports ris;
    private final Patience patience = new Patience();

    CaseCourier(RisReports ris) {
        this.ris = ris;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        CaseNews news = CaseNews.read(parcel.body())
                .orElseThrow(() -> new SendFault(
                        ServerFault.REFUSED, "services.outbox.damaged", null, "", "no news of a case", null));
        try {
            ris.tell(news);
            patience.forget(parcel.entry().id());
            return Receipt.PLAIN;
        } catch (RisException e) {
            throw patience.beside(parcel.entry().id(), e, "how a case stands is not told");
        }
    }
}
