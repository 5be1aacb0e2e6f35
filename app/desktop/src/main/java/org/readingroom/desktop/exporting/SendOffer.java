package org.readingroom.desktop.exporting;

import java.util.List;
import org.readingroom.services.export.StudySend;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.home.Session;
import org.readingroom.services.hospital.Receiver;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;

/// What can be sent of a study, and where to. `readiness` says how much of it is here, as far as its archive was asked.
record SendOffer(Study study, List<StoredInstance> objects, List<Receiver> receivers, Readiness readiness) {
    SendOffer {
        objects = List.copyOf(objects);
        receivers = List.copyOf(receivers);
    }

    /// **Thread:** any but `fx`; blocks.
    static SendOffer of(Session session, StudySend sender, Study study) throws WorkstationException {
        return new SendOffer(
                study,
                sender.objects(study.uid()),
                session.hospital().receivers(),
                session.hospital()
                        .fetcher()
                        .map(fetcher -> fetcher.readiness(study.uid()))
                        .orElse(Readiness.NOTHING));
    }

    boolean isPartlyHere() {
        return readiness.here() < readiness.total();
    }
}
