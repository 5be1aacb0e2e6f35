package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;

/// Patient.link of type `replaced-by` → [PatientLink], as the EMPI has left it.
// [impl->req~ris.merge~1]
final class FhirMerges {
    private final FhirLink link;

    FhirMerges(FhirLink link) {
        this.link = link;
    }

    List<PatientLink> of(List<JsonNode> patients) throws WorkstationException {
        List<PatientLink> links = new ArrayList<>();
        for (JsonNode patient : patients) {
            PatientId id = FhirPatients.id(patient.path("identifier"));
            String survivor = survivor(patient);
            if (id.value().isEmpty()) {
                continue;
            }
            if (survivor.isEmpty()) {
                links.add(new PatientLink(id, null));
                continue;
            }
            PatientId into = read(survivor);
            if (!into.value().isEmpty() && !into.equals(id)) {
                links.add(new PatientLink(id, into));
            }
        }
        return links;
    }

    private static String survivor(JsonNode patient) {
        for (JsonNode each : patient.path("link")) {
            if (each.path("type").asText().equals("replaced-by")) {
                return FhirReferences.of(each.path("other"));
            }
        }
        return "";
    }

    /// A survivor that this desk is not shown leaves everything as it is.
    private PatientId read(String reference) throws WorkstationException {
        try {
            return FhirPatients.id(link.get(reference).body().path("identifier"));
        } catch (RisException e) {
            if (e.fault() == ServerFault.MISSING || e.fault() == ServerFault.FORBIDDEN) {
                return new PatientId("", "");
            }
            throw e;
        }
    }
}
