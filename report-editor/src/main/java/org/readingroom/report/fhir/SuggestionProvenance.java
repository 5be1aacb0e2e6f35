package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.SuggestionTrace;

/// That a sentence began as a program's suggestion: who suggested it, who took it over, and how far it was changed.
///
/// **Source:** FHIR R4 Provenance, agent types of provenance-participant-type; the tag on the Observation is our own,
/// since the published ones still change their names.
// [impl->req~report.fhir.suggested~1]
final class SuggestionProvenance {
    private static final String AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private SuggestionProvenance() {}

    /// Marks the Observation of such a sentence.
    static ObjectNode tag() {
        return FhirJson.object().put("system", FhirJson.URI).put("code", "urn:readingroom:suggested-by-program");
    }

    /// `target` is the Observation; `name` tells this one from those of other filings.
    static ObjectNode of(SuggestionTrace trace, SigningAct act, String target, ObjectNode name) {
        ObjectNode node = FhirJson.resource("Provenance");
        node.putObject("meta").putArray("tag").add(name);
        ObjectNode device = node.putArray("contained").addObject();
        device.put("resourceType", "Device").put("id", "source");
        device.putArray("deviceName").addObject().put("name", trace.source()).put("type", "model-name");
        device.putArray("version").addObject().put("value", trace.sourceVersion());
        node.putArray("target").add(FhirJson.reference(target));
        node.put("recorded", act.signedAt().toString());
        node.putObject("activity")
                .put("text", trace.act().name().toLowerCase(Locale.ROOT) + ", edit distance " + trace.editDistance());
        ArrayNode agents = node.putArray("agent");
        ObjectNode suggested = agents.addObject();
        suggested.set("type", FhirJson.concept(AGENTS, "assembler", "Assembler"));
        suggested.set("who", FhirJson.reference("#source"));
        ObjectNode person = agents.addObject();
        person.set("type", FhirJson.concept(AGENTS, "author", "Author"));
        person.set("who", ReportParts.person(act.author()));
        return node;
    }
}
