package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Tells the RIS that a case is read. Told twice, it is told once.
final class TaskCourier implements Courier {
    private final RisReports ris;

    TaskCourier(RisReports ris) {
        this.ris = ris;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        try {
            ris.complete(new String(parcel.body(), StandardCharsets.UTF_8));
            return Receipt.PLAIN;
        } catch (RisException e) {
            throw SendFault.beside(e, "the case is not told to be read");
        }
    }
}
