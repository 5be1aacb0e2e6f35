package org.readingroom.desktop.boot;

import java.time.InstantSource;
import org.readingroom.desktop.reading.CaseModel;
import org.readingroom.desktop.request.RequestModel;
import org.readingroom.desktop.worklist.CaseOpening;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.CaseClaims;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RisWorklist;

/// What is done with cases, whichever place it is asked from: locks, opening, requests of the case that is read and of
/// the one that is chosen in the list.
record CaseParts(Order.Reader me, CaseModel model, CaseOpening opening, RequestModel read, RequestModel listed) {
    static CaseParts of(Surroundings around) {
        Session session = around.session();
        Order.Reader me =
                new Order.Reader(session.user().loginName(), session.user().displayName());
        RisWorklist ris = session.hospital().risWorklist().orElse(NoRis.INSTANCE);
        CaseModel model = new CaseModel(
                new CaseClaims(ris, session.orders(), me),
                around.lanes(),
                around.status(),
                around.words(),
                new CaseAudit(around)::overruled);
        CaseOpening opening = new CaseOpening(
                session.hospital().fetcher().orElse(NothingFetched.INSTANCE),
                session.studies()::study,
                around.lanes(),
                around.status(),
                around.words());
        return new CaseParts(
                me,
                model,
                opening,
                new RequestModel(ris::request, around.lanes(), InstantSource.system()),
                new RequestModel(ris::request, around.lanes(), InstantSource.system()));
    }
}
