package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a server can do, by its own CapabilityStatement.
///
/// `hasTaskHistory` tells what changed and what was deleted; `hasTransactions` does all of a bundle or nothing.
record FhirAbilities(boolean hasTaskHistory, boolean hasTransactions) {
    private static final Logger LOG = LoggerFactory.getLogger(FhirAbilities.class);

    /// A server that does not say what it can is asked for the least.
    static final FhirAbilities LEAST = new FhirAbilities(false, false);

    static FhirAbilities of(FhirLink link) throws WorkstationException {
        try {
            return of(link.get("metadata").body());
        } catch (RisException e) {
            if (e.fault() == ServerFault.MISSING
                    || e.fault() == ServerFault.REFUSED
                    || e.fault() == ServerFault.FORBIDDEN) {
                LOG.info("the information system does not say what it can do");
                return LEAST;
            }
            throw e;
        }
    }

    static FhirAbilities of(JsonNode statement) {
        JsonNode rest = statement.at("/rest/0");
        Set<String> task = new HashSet<>();
        for (JsonNode resource : rest.path("resource")) {
            if (resource.path("type").asText().equals("Task")) {
                resource.path("interaction")
                        .forEach(each -> task.add(each.path("code").asText()));
            }
        }
        boolean hasTransactions = false;
        for (JsonNode interaction : rest.path("interaction")) {
            hasTransactions |= interaction.path("code").asText().equals("transaction");
        }
        return new FhirAbilities(task.contains("history-type"), hasTransactions);
    }
}
