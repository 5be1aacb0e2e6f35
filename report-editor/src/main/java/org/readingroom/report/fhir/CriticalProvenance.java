package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalEvent.Mark;

/// When an event happened and when it was written down, or put right, and by whom. `last` is the event that is told
/// now.
///
/// **Source:** FHIR R4 Provenance.occurred, Provenance.recorded.
record CriticalProvenance(CriticalNames names, CriticalEvent last) {
    private static final String AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    void write(ArrayNode entries, CriticalEvent event, String role) {
        boolean isPutRight = event.id().equals(last.corrects());
        String tag = FhirJson.urn("critical " + names.id() + " " + event.id());
        ObjectNode node = FhirJson.resource("Provenance");
        node.putObject("meta")
                .putArray("tag")
                .add(FhirJson.object().put("system", FhirJson.URI).put("code", tag));
        node.putArray("target").add(FhirJson.reference(CriticalNames.urn(names.id())));
        node.put("occurredDateTime", event.occurredAt().toString());
        node.put("recorded", (isPutRight ? last : event).recordedAt().toString());
        if (isPutRight) {
            node.putArray("reason").addObject().put("text", last.words());
        }
        node.putObject("activity").put("text", activity(event));
        ArrayNode agents = node.putArray("agent");
        CriticalContact senior = event.is(Mark.SPOKEN) ? event.contact() : null;
        if (senior == null) {
            agent(agents, role, CriticalNames.person(event.by()));
        } else {
            // a senior said so, and somebody else wrote it down
            agent(agents, role, FhirJson.object().put("type", "Practitioner").put("display", senior.name()));
            agent(agents, "enterer", CriticalNames.person(event.by()));
        }
        if (isPutRight) {
            agent(agents, "enterer", CriticalNames.person(last.by()));
            names.before()
                    .ifPresent(before -> node.putArray("entity")
                            .addObject()
                            .put("role", "revision")
                            .set("what", CriticalNames.reference(names.type(), before)));
        }
        ObjectNode entry = entries.addObject().put("fullUrl", FhirJson.urn("provenance " + tag));
        entry.set("resource", node);
        entry.putObject("request")
                .put("method", "POST")
                .put("url", "Provenance")
                .put("ifNoneExist", "_tag=" + FhirJson.token(FhirJson.URI, tag));
    }

    private static String activity(CriticalEvent event) {
        return Stream.concat(
                        Stream.of(event.kind().name()),
                        event.marks().stream().map(Enum::name).sorted())
                .map(word -> word.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static void agent(ArrayNode agents, String role, ObjectNode who) {
        ObjectNode agent = agents.addObject();
        String display = role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
        agent.set("type", FhirJson.concept(AGENTS, role, display));
        agent.set("who", who);
    }
}
