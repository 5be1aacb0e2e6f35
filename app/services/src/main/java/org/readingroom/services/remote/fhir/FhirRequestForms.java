package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RequestForm.Part;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// ServiceRequest with what it leans on → [RequestForm] (clauses A19, A21, B5).
///
/// It asks for no more than one reader needs (G19): what the request itself points at, a few months of laboratory
/// values, the latest imaging reports, allergies and marks. A part that the server refuses this desk is told as such.
// [impl->req~ris.request-form~1]
final class FhirRequestForms {
    /// chosen: renal function and blood count before contrast are asked for within three months.
    private static final Duration LABORATORY = Duration.ofDays(92);
    private static final String MOST_VALUES = "100";
    private static final String MOST_REPORTS = "20";
    private static final int MOST_SUPPORT = 30;
    /// Diagnostic imaging: v2-0074 and LOINC.
    private static final String IMAGING =
            "http://terminology.hl7.org/CodeSystem/v2-0074|RAD,http://loinc.org|LP29684-5";

    private static final List<String> ISSUED = List.of("final", "amended", "corrected", "appended");

    private final FhirLink link;
    private final Set<Part> withheld = EnumSet.noneOf(Part.class);

    private FhirRequestForms(FhirLink link) {
        this.link = link;
    }

    static RequestForm of(FhirLink link, Order order) throws WorkstationException {
        return new FhirRequestForms(link).form(order);
    }

    private interface Question<T> {
        T ask() throws WorkstationException;
    }

    private RequestForm form(Order order) throws WorkstationException {
        JsonNode request = link.get(order.request()).body();
        String patient = FhirReferences.of(request.path("subject"));
        if (!FhirReferences.ofResource(request).equals(order.request())
                || !order.subject().isEmpty() && !order.subject().equals(patient)) {
            throw FhirLink.garbled("the request of another patient");
        }
        JsonNode visit = visible(Part.HISTORY, MissingNode.getInstance(), () -> visit(request));
        Map<String, JsonNode> support = support(request, patient);
        List<RequestForm.Laboratory> laboratory =
                visible(Part.LABORATORY, List.of(), () -> laboratory(patient, request, support));
        return new RequestForm(
                order.id(),
                FhirWords.ofConcept(request.path("reasonCode")),
                history(request, support),
                diagnosis(visit, support),
                department(request, visit),
                request.at("/requester/display").asText(),
                FhirTimes.instant(request.path("authoredOn")),
                laboratory,
                visible(Part.REPORTS, List.of(), () -> reports(patient, order.request())),
                visible(Part.WARNINGS, List.of(), () -> warnings(patient)),
                withheld);
    }

    /// What cannot be shown to this desk leaves the rest as it is; a lost link does not.
    private <T> T visible(Part part, T otherwise, Question<T> question) throws WorkstationException {
        try {
            return question.ask();
        } catch (RisException e) {
            if (e.fault() == ServerFault.FORBIDDEN
                    || e.fault() == ServerFault.REFUSED
                    || e.fault() == ServerFault.MISSING) {
                withheld.add(part);
                return otherwise;
            }
            throw e;
        }
    }

    private JsonNode visit(JsonNode request) throws WorkstationException {
        String name = FhirReferences.of(request.path("encounter"));
        return name.isEmpty() ? MissingNode.getInstance() : link.get(name).body();
    }

    /// What the request itself points at, of this patient only.
    private Map<String, JsonNode> support(JsonNode request, String patient) throws WorkstationException {
        Set<String> names = FhirReferences.all(request.path("reasonReference"));
        names.addAll(FhirReferences.all(request.path("supportingInfo")));
        Map<String, JsonNode> support = new LinkedHashMap<>();
        for (String name : names.stream().limit(MOST_SUPPORT).toList()) {
            JsonNode found = visible(
                    Part.HISTORY,
                    MissingNode.getInstance(),
                    () -> link.get(name).body());
            if (isOf(found, patient)) {
                support.put(name, found);
            }
        }
        return support;
    }

    private static boolean isOf(JsonNode resource, String patient) {
        JsonNode subject = resource.has("subject") ? resource.path("subject") : resource.path("patient");
        return !patient.isEmpty() && FhirReferences.of(subject).equals(patient);
    }

    private static String history(JsonNode request, Map<String, JsonNode> support) {
        List<String> words = new ArrayList<>();
        for (JsonNode note : request.path("note")) {
            words.add(note.path("text").asText().strip());
        }
        for (JsonNode each : support.values()) {
            if (each.path("resourceType").asText().equals("ClinicalImpression")) {
                words.add(each.path("summary").asText().strip());
            }
        }
        words.removeIf(String::isBlank);
        return String.join("\n", words);
    }

    /// Conditions that the request or its visit name as the reason.
    private static String diagnosis(JsonNode visit, Map<String, JsonNode> support) {
        List<String> words = new ArrayList<>();
        for (JsonNode each : support.values()) {
            boolean isRuledOut = FhirPatients.hasCode(each.path("verificationStatus"), "refuted")
                    || FhirPatients.hasCode(each.path("verificationStatus"), "entered-in-error");
            if (each.path("resourceType").asText().equals("Condition") && !isRuledOut) {
                words.add(FhirWords.ofConcept(each.path("code")));
            }
        }
        if (words.isEmpty()) {
            for (JsonNode each : visit.path("diagnosis")) {
                words.add(each.at("/condition/display").asText());
            }
        }
        words.removeIf(String::isBlank);
        return String.join("; ", words.stream().distinct().toList());
    }

    private static String department(JsonNode request, JsonNode visit) {
        String service = FhirWords.ofConcept(visit.path("serviceType"));
        String place = visit.at("/serviceProvider/display").asText();
        return !service.isBlank()
                ? service
                : !place.isBlank() ? place : FhirWords.ofConcept(request.path("locationCode"));
    }

    private List<RequestForm.Laboratory> laboratory(String patient, JsonNode request, Map<String, JsonNode> support)
            throws WorkstationException {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        support.forEach((name, each) -> {
            if (each.path("resourceType").asText().equals("Observation")) {
                values.put(name, each);
            }
        });
        Instant placed = FhirTimes.instant(request.path("authoredOn"));
        if (!patient.isEmpty()) {
            List<Field> query = new ArrayList<>(List.of(
                    new Field("patient", patient),
                    new Field("category", "laboratory"),
                    new Field("_sort", "-date"),
                    new Field("_count", MOST_VALUES)));
            if (placed != null) {
                query.add(new Field("date", "ge" + placed.minus(LABORATORY).truncatedTo(ChronoUnit.DAYS)));
            }
            for (JsonNode found : firstPage("Observation", query)) {
                if (isOf(found, patient) && isLaboratory(found)) {
                    values.putIfAbsent(FhirReferences.ofResource(found), found);
                }
            }
        }
        return FhirLaboratory.of(values.values());
    }

    private static boolean isLaboratory(JsonNode observation) {
        boolean isOne = false;
        for (JsonNode category : observation.path("category")) {
            isOne |= FhirPatients.hasCode(category, "laboratory");
        }
        return isOne;
    }

    /// No more than was asked for: the newest.
    private List<JsonNode> firstPage(String type, List<Field> query) throws WorkstationException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : link.get(type, query.toArray(Field[]::new)).body().path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                found.add(entry.path("resource"));
            }
        }
        return found;
    }

    private List<RequestForm.EarlierReport> reports(String patient, String own) throws WorkstationException {
        List<RequestForm.EarlierReport> reports = new ArrayList<>();
        List<Field> query = List.of(
                new Field("patient", patient),
                new Field("category", IMAGING),
                new Field("status", String.join(",", ISSUED)),
                new Field("_sort", "-issued"),
                new Field("_count", MOST_REPORTS));
        for (JsonNode report : firstPage("DiagnosticReport", query)) {
            // A server that drops part of the question answers with drafts too; the case's own report is no earlier
            // one.
            boolean isIssued = ISSUED.contains(report.path("status").asText());
            boolean isOwn = FhirReferences.all(report.path("basedOn")).contains(own);
            if (isOf(report, patient) && isIssued && !isOwn) {
                reports.add(new RequestForm.EarlierReport(
                        report.path("id").asText(),
                        FhirWords.ofConcept(report.path("code")),
                        FhirTimes.instant(report.path("issued")),
                        report.path("conclusion").asText()));
            }
        }
        return reports;
    }

    private List<String> warnings(String patient) throws WorkstationException {
        List<String> words = new ArrayList<>();
        for (JsonNode allergy :
                link.search("AllergyIntolerance", List.of(new Field("patient", patient)), Progress.IGNORED)) {
            boolean isOver = FhirPatients.hasCode(allergy.path("clinicalStatus"), "resolved")
                    || FhirPatients.hasCode(allergy.path("clinicalStatus"), "inactive")
                    || FhirPatients.hasCode(allergy.path("verificationStatus"), "refuted")
                    || FhirPatients.hasCode(allergy.path("verificationStatus"), "entered-in-error");
            if (isOf(allergy, patient) && !isOver) {
                words.add(FhirWords.ofConcept(allergy.path("code")));
            }
        }
        for (JsonNode flag : link.search("Flag", List.of(new Field("patient", patient)), Progress.IGNORED)) {
            if (isOf(flag, patient) && flag.path("status").asText().equals("active")) {
                words.add(FhirWords.ofConcept(flag.path("code")));
            }
        }
        words.removeIf(String::isBlank);
        return words.stream().distinct().toList();
    }
}
