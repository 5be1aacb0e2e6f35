package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// Changes one resource over the version that was read, and nothing of it but what is meant. When somebody was
/// faster, what they made of it is read and decided on anew.
///
/// **Source:** FHIR R4 section 3.1.0.5.1 (version-aware updates).
final class FhirRewrite {
    /// chosen: a resource changes now and then, not several times within a second.
    private static final int MOST_TRIES = 4;

    private final ReportWire wire;

    FhirRewrite(ReportWire wire) {
        this.wire = wire;
    }

    /// `change` is given the resource as it is there; false when nothing of it is to be changed.
    ///
    /// **Errors:** [ServerFault#CONFLICT] when somebody was faster every time.
    void change(String type, String id, Predicate<ObjectNode> change) throws WorkstationException {
        for (int tries = 1; ; tries++) {
            try {
                changeOnce(type, id, change);
                return;
            } catch (RisException e) {
                if (e.fault() != ServerFault.CONFLICT || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void changeOnce(String type, String id, Predicate<ObjectNode> change) throws WorkstationException {
        String path = type + "/" + id;
        JsonNode there = wire.get(path, List.of());
        String version = there.at("/meta/versionId").asText();
        if (!(there instanceof ObjectNode node)
                || !node.path("resourceType").asText().equals(type)
                || !node.path("id").asText().equals(id)) {
            throw ReportWire.garbled("a " + type + " that is none");
        }
        if (version.isEmpty()) {
            throw ReportWire.garbled("a " + type + " without a version, which cannot be changed safely");
        }
        if (change.test(node)) {
            wire.put(path, FhirJson.write(node), "W/\"" + version + "\"");
        }
    }
}
