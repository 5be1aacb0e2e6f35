package org.readingroom.services.remote.fhir;

import java.time.Duration;
import java.util.List;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The worklist of a FHIR R4 server: a Task is a case, its owner the lock.
///
/// What the server can do is asked once.
public final class FhirWorklist implements RisWorklist, AutoCloseable {
    private final HttpLink http;
    private final FhirLink link;
    private final FhirChanges changes;
    private final FhirClaims claims;

    public FhirWorklist(HttpServer server, LinkWitness witness) {
        this(server, witness, HttpTimes.DEFAULT, List.of());
    }

    /// `only` are search parameters of Task that tell cases to be read from other work, such as its `code`.
    public FhirWorklist(HttpServer server, LinkWitness witness, HttpTimes times, List<Field> only) {
        this(server, witness, times, only, FhirChanges.WHOLE_AGAIN);
    }

    FhirWorklist(HttpServer server, LinkWitness witness, HttpTimes times, List<Field> only, Duration wholeAgain) {
        this.http = new HttpLink(server, witness, times);
        this.link = new FhirLink(http);
        this.changes = new FhirChanges(link, server.base().toString(), only, wholeAgain);
        this.claims = new FhirClaims(link);
    }

    @Override
    public OrderChanges changes(String cursor, Progress progress) throws WorkstationException {
        return changes.since(cursor, progress);
    }

    @Override
    public ClaimOutcome claim(Order order, Order.Reader reader) throws WorkstationException {
        return claims.claim(order, reader);
    }

    @Override
    public ClaimOutcome release(Order order, Order.Reader reader) throws WorkstationException {
        return claims.release(order, reader);
    }

    @Override
    public RequestForm request(Order order) throws WorkstationException {
        return FhirRequestForms.of(link, order);
    }

    @Override
    public void close() {
        http.close();
    }
}
