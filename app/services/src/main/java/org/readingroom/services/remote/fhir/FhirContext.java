package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// What stands around a number of Tasks: their requests, patients, visits, studies, marks and owners.
///
/// Asked for by id, many at a time, since not every server can include them.
final class FhirContext {
    /// chosen: an address of 64 ids of 64 letters stays below the 8 KiB that servers commonly take.
    private static final int AT_ONCE = 64;

    private final FhirLink link;
    private final Map<String, JsonNode> resources = new HashMap<>();
    private final Map<String, List<JsonNode>> studiesOfRequest = new HashMap<>();
    private final Map<String, List<JsonNode>> flagsOfPatient = new HashMap<>();

    private FhirContext(FhirLink link) {
        this.link = link;
    }

    static FhirContext of(FhirLink link, Collection<JsonNode> tasks) throws WorkstationException {
        FhirContext context = new FhirContext(link);
        Set<String> wanted = new LinkedHashSet<>();
        for (JsonNode task : tasks) {
            wanted.add(requestOf(task));
            wanted.add(FhirReferences.of(task.path("for")));
            wanted.add(FhirReferences.of(task.path("encounter")));
            wanted.add(FhirReferences.of(task.path("owner")));
        }
        context.read(wanted);
        Set<String> more = new LinkedHashSet<>();
        for (JsonNode request : context.of("ServiceRequest")) {
            more.add(FhirReferences.of(request.path("subject")));
            more.add(FhirReferences.of(request.path("encounter")));
        }
        context.read(more);
        context.readStudies();
        context.readFlags();
        return context;
    }

    /// The request a Task is about: its focus, else what it is based on.
    static String requestOf(JsonNode task) {
        String focus = FhirReferences.of(task.path("focus"));
        if (FhirReferences.isOf(focus, "ServiceRequest")) {
            return focus;
        }
        return FhirReferences.all(task.path("basedOn")).stream()
                .filter(each -> focus.isEmpty() && FhirReferences.isOf(each, "ServiceRequest"))
                .findFirst()
                .orElse("");
    }

    /// Missing when the server does not have it, or does not show it.
    JsonNode resource(String reference) {
        return resources.getOrDefault(reference, MissingNode.getInstance());
    }

    List<JsonNode> studies(String request) {
        return studiesOfRequest.getOrDefault(request, List.of());
    }

    List<JsonNode> flags(String patient) {
        return flagsOfPatient.getOrDefault(patient, List.of());
    }

    private List<JsonNode> of(String type) {
        return resources.values().stream()
                .filter(each -> each.path("resourceType").asText().equals(type))
                .toList();
    }

    private void read(Set<String> references) throws WorkstationException {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (String reference : references) {
            if (!reference.isEmpty() && !resources.containsKey(reference)) {
                ids.computeIfAbsent(reference.substring(0, reference.indexOf('/')), type -> new ArrayList<>())
                        .add(FhirReferences.id(reference));
            }
        }
        for (Map.Entry<String, List<String>> each : ids.entrySet()) {
            for (JsonNode found : search(each.getKey(), "_id", each.getValue())) {
                String name = FhirReferences.ofResource(found);
                // A server that drops the question answers with all it has.
                if (references.contains(name)) {
                    resources.put(name, found);
                }
            }
        }
    }

    private void readStudies() throws WorkstationException {
        List<String> requests =
                of("ServiceRequest").stream().map(FhirReferences::ofResource).toList();
        for (JsonNode study : search("ImagingStudy", "basedon", requests)) {
            for (String request : FhirReferences.all(study.path("basedOn"))) {
                studiesOfRequest
                        .computeIfAbsent(request, name -> new ArrayList<>(1))
                        .add(study);
            }
        }
    }

    private void readFlags() throws WorkstationException {
        List<String> patients =
                of("Patient").stream().map(FhirReferences::ofResource).toList();
        for (JsonNode flag : search("Flag", "patient", patients)) {
            flagsOfPatient
                    .computeIfAbsent(FhirReferences.of(flag.path("subject")), name -> new ArrayList<>(1))
                    .add(flag);
        }
    }

    private List<JsonNode> search(String type, String parameter, List<String> values) throws WorkstationException {
        List<JsonNode> found = new ArrayList<>();
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            String part = values.subList(from, Math.min(values.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.joining(","));
            found.addAll(link.search(
                    type, List.of(new Field(parameter, part), new Field("_count", "500")), Progress.IGNORED));
        }
        return found;
    }
}
