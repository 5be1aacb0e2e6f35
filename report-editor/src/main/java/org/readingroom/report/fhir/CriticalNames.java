package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalKind;

/// By what one message of a loop is known: that of an event by its own id, that of a correction by the id of the
/// correction. `ids` are those of one message after the other, of which the last one holds.
record CriticalNames(String type, List<UUID> ids) {
    static final String COMMUNICATION = "Communication";
    static final String REQUEST = "CommunicationRequest";

    CriticalNames {
        ids = List.copyOf(ids);
    }

    /// Those that tell `event`.
    static CriticalNames of(CriticalCase loop, UUID event) {
        List<UUID> ids = new ArrayList<>(List.of(event));
        for (CriticalEvent each : loop.events()) {
            if (event.equals(each.corrects())) {
                ids.add(each.id());
            }
        }
        return new CriticalNames(COMMUNICATION, ids);
    }

    /// The requests of a loop that a senior has agreed to. One is made by the agreement, and one more by whatever puts
    /// discovery or agreement right after it.
    static CriticalNames ofRequest(CriticalCase loop) {
        List<UUID> ids = new ArrayList<>();
        for (CriticalEvent each : loop.events()) {
            boolean isOfRequest = loop.event(each.corrects())
                    .map(CriticalEvent::kind)
                    .filter(kind -> kind == CriticalKind.DISCOVERED || kind == CriticalKind.VERIFIED)
                    .isPresent();
            if (each.kind() == CriticalKind.VERIFIED || (isOfRequest && !ids.isEmpty())) {
                ids.add(each.id());
            }
        }
        return new CriticalNames(REQUEST, ids);
    }

    UUID id() {
        return ids.getLast();
    }

    /// The one that holds no more once this one is there.
    Optional<UUID> before() {
        return ids.size() < 2 ? Optional.empty() : Optional.of(ids.get(ids.size() - 2));
    }

    ObjectNode reference() {
        return reference(type, id());
    }

    static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /// A server need not have got the other one yet.
    static ObjectNode reference(String type, UUID id) {
        return FhirJson.named(type, FhirJson.identifier(FhirJson.URI, urn(id)));
    }

    static ObjectNode person(CriticalActor actor) {
        ObjectNode person = FhirJson.object().put("type", "Practitioner");
        if (!actor.id().isEmpty()) {
            person.putObject("identifier").put("value", actor.id());
        }
        return person.put("display", actor.name());
    }
}
