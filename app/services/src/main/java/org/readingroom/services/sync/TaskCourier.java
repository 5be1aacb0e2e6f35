package org.readingroom.services.sync;

import java.nio.charset.StandardCharsets;
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
        ris.complete(new String(parcel.body(), StandardCharsets.UTF_8));
        return Receipt.PLAIN;
    }
}
