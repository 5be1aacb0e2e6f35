package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Tells the RIS that a case is read. Told twice, it is told once.
final class TaskCourier implements Courier {
    private final RisReports ris;
    private final Patience patience = new Patience();

    TaskCourier(RisReports ris) {
        this.ris = ris;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        try {
            ris.complete(new String(parcel.body(), StandardCharsets.UTF_8));
            patience.forget(parcel.entry().id());
            return Receipt.PLAIN;
        } catch (RisException e) {
            throw patience.beside(parcel.entry().id(), e, "the case is not told to be read");
        }
    }
}
