package org.readingroom.services.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Which interaction of FHIR a request to a [FhirDouble] is.
final class FhirRoutes {
    private final FhirActs acts;
    private final FhirAbilities abilities;
    private final FhirStore store;

    FhirRoutes(FhirActs acts, FhirAbilities abilities, FhirStore store) {
        this.acts = acts;
        this.abilities = abilities;
        this.store = store;
    }

    FhirActs.Answer answer(FhirRequest request) throws JsonProcessingException {
        String path = request.path();
        return switch (request.method()) {
            case "GET" -> read(path, request.query());
            case "POST" -> post(path, request);
            case "PUT" -> acts.update(path, json(request), request.header("if-match"));
            case "DELETE" -> acts.delete(path);
            default -> throw new FhirRefusal(405, request.method() + " is not supported");
        };
    }

    private FhirActs.Answer read(String path, String query) {
        if (path.equals("metadata")) {
            return new FhirActs.Answer(200, capabilities(), null);
        }
        if (path.isEmpty() && query.startsWith("_getpages=")) {
            List<FhirSearch.Parameter> p = FhirSearch.parameters(query);
            return acts.page(
                    p.get(0).value(),
                    Integer.parseInt(p.get(1).value()),
                    Integer.parseInt(p.get(2).value()));
        }
        String[] parts = path.split("/");
        if (parts[parts.length - 1].equals("_history")) {
            if (!abilities.hasHistory()) {
                throw new FhirRefusal(400, "history is not supported");
            }
            return acts.history(parts.length > 1 ? parts[0] : "", parts.length > 2 ? parts[1] : "", query);
        }
        return parts.length == 1 ? acts.search(path, query) : acts.read(path);
    }

    private FhirActs.Answer post(String path, FhirRequest request) throws JsonProcessingException {
        if (path.isEmpty()) {
            if (!abilities.hasTransactions()) {
                throw new FhirRefusal(400, "transactions are not supported");
            }
            return new FhirActs.Answer(200, new FhirTransaction(acts, store).run(json(request)), null);
        }
        if (path.endsWith("/_search")) {
            return acts.search(path.substring(0, path.indexOf('/')), request.body());
        }
        return acts.create(path, json(request), request.header("if-none-exist"), "");
    }

    private static ObjectNode json(FhirRequest request) throws JsonProcessingException {
        return (ObjectNode) FhirActs.MAPPER.readTree(request.body());
    }

    private ObjectNode capabilities() {
        ObjectNode statement = FhirActs.MAPPER.createObjectNode();
        statement.put("resourceType", "CapabilityStatement");
        statement.put("status", "active");
        statement.put("date", "2026-03-01");
        statement.put("kind", "instance");
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("application/fhir+json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        ArrayNode resources = rest.putArray("resource");
        for (String type : List.of("Task", "ServiceRequest", "Patient", "ImagingStudy", "DiagnosticReport")) {
            ObjectNode resource = resources.addObject().put("type", type).put("versioning", "versioned-update");
            resource.put("conditionalCreate", true);
            ArrayNode interactions = resource.putArray("interaction");
            for (String code : List.of("read", "vread", "update", "delete", "create", "search-type")) {
                interactions.addObject().put("code", code);
            }
            if (abilities.hasHistory()) {
                interactions.addObject().put("code", "history-type");
            }
        }
        if (abilities.hasTransactions()) {
            rest.putArray("interaction").addObject().put("code", "transaction");
        }
        return statement;
    }
}
