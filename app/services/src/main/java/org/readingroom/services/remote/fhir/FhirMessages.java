package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.readingroom.report.fhir.CriticalMessage.Change;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.model.WorkstationException;

/// Messages that are created once and afterwards change in their state alone.
// [impl->req~report.critical.told-ris~1]
final class FhirMessages {
    private static final String ERROR = "entered-in-error";
    private static final Set<String> OPEN = Set.of("draft", "active", "on-hold");

    private final ReportWire wire;
    private final FhirRewrite rewrite;

    FhirMessages(ReportWire wire) {
        this.wire = wire;
        this.rewrite = new FhirRewrite(wire);
    }

    void tell(byte[] bundle) throws WorkstationException {
        JsonNode answer =
                wire.send(new HttpRequest.Body("application/fhir+json", List.of(bundle)), HttpRequest.of("POST", ""));
        if (!answer.path("type").asText().equals("transaction-response")) {
            throw ReportWire.garbled("an answer to a message that is none");
        }
        for (JsonNode entry : answer.path("entry")) {
            if (!entry.at("/response/status").asText().startsWith("2")) {
                throw ReportWire.garbled("a message that is there in part");
            }
        }
    }

    boolean change(Change change) throws WorkstationException {
        List<JsonNode> found = FhirIdentifiers.find(wire, change.type(), change.id());
        for (JsonNode each : found) {
            rewrite.change(
                    change.type(),
                    each.path("id").asText(),
                    node -> FhirIdentifiers.has(node, change.id()) && isSet(node, change.status()));
        }
        return !found.isEmpty();
    }

    /// False where it has the state, or another that it does not leave for this one.
    private static boolean isSet(ObjectNode node, String status) {
        String now = node.path("status").asText();
        boolean mayBe = status.equals(ERROR) ? !now.equals(ERROR) : OPEN.contains(now);
        if (mayBe) {
            node.put("status", status);
        }
        return mayBe;
    }
}
