package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Task with what stands around it → [Order]. A Task that is about no request of a patient is no order.
// [impl->req~ris.mapping~1]
final class FhirOrders {
    private static final Logger LOG = LoggerFactory.getLogger(FhirOrders.class);
    private static final String DICOM_CODES = "http://dicom.nema.org/resources/ontology/DCM";
    private static final Pattern MODALITY = Pattern.compile("[A-Z0-9]{2,4}");
    private static final Set<String> PERSONS = Set.of("Practitioner", "PractitionerRole");

    private final FhirContext context;

    private FhirOrders(FhirContext context) {
        this.context = context;
    }

    static List<Order> of(FhirLink link, Collection<JsonNode> tasks) throws WorkstationException {
        FhirOrders mapping = new FhirOrders(FhirContext.of(link, tasks));
        List<Order> orders = new ArrayList<>();
        int unreadable = 0;
        for (JsonNode task : tasks) {
            Optional<Order> order = mapping.order(task);
            order.ifPresent(orders::add);
            unreadable += order.isEmpty() && !FhirContext.requestOf(task).isEmpty() ? 1 : 0;
        }
        if (unreadable > 0) {
            LOG.warn("{} tasks are of a request or patient that is not shown, or not of one patient", unreadable);
        }
        return orders;
    }

    private Optional<Order> order(JsonNode task) {
        String requestName = FhirContext.requestOf(task);
        JsonNode request = context.resource(requestName);
        String subject = FhirReferences.of(request.path("subject"));
        String named = FhirReferences.of(task.path("for"));
        String patientName = named.isEmpty() ? subject : named;
        JsonNode patient = context.resource(patientName);
        if (request.isMissingNode() || patient.isMissingNode()) {
            return Optional.empty();
        }
        // A Task of one patient about the request of another must not be read as either.
        if (!subject.isEmpty() && !subject.equals(patientName)) {
            return Optional.empty();
        }
        String visit = FhirReferences.of(task.path("encounter"));
        JsonNode encounter = context.resource(visit.isEmpty() ? FhirReferences.of(request.path("encounter")) : visit);
        List<JsonNode> studies = context.studies(requestName).stream()
                .filter(study -> !study.path("status").asText().equals("entered-in-error"))
                .filter(study -> FhirReferences.of(study.path("subject")).equals(patientName))
                .toList();
        Patient who = FhirPatients.of(patient);
        Instant requested = requested(task, request);
        OrderState state = state(task, owner(task));
        return Optional.of(new Order(
                task.path("id").asText(),
                version(task) + "/" + version(request),
                requestName,
                patientName,
                accession(request, studies),
                study(studies),
                who,
                FhirFlags.of(context.flags(patientName), encounter, who.birthDate(), requested),
                priority(task.path("priority").asText(request.path("priority").asText())),
                modality(request, studies),
                FhirWords.ofConcept(request.path("bodySite")),
                description(request, studies),
                state,
                requested,
                FhirTimes.instant(task.at("/restriction/period/end")),
                owner(task)));
    }

    private static String version(JsonNode resource) {
        return resource.at("/meta/versionId").asText();
    }

    private static @Nullable Instant requested(JsonNode task, JsonNode request) {
        Instant authored = FhirTimes.instant(request.path("authoredOn"));
        return authored == null ? FhirTimes.instant(task.path("authoredOn")) : authored;
    }

    static OrderState state(JsonNode task, Order.@Nullable Reader owner) {
        return switch (task.path("status").asText()) {
            case "completed" -> OrderState.COMPLETED;
            case "cancelled", "rejected", "failed", "entered-in-error" -> OrderState.CANCELLED;
            default -> owner == null ? OrderState.WAITING : OrderState.CLAIMED;
        };
    }

    /// Only a person holds a case; one that lies with a team or a department is free.
    static boolean isPerson(JsonNode owner) {
        String name = FhirReferences.of(owner);
        String type = name.isEmpty() ? owner.path("type").asText() : name.substring(0, name.indexOf('/'));
        return owner.isObject() && (type.isEmpty() || PERSONS.contains(type));
    }

    private Order.@Nullable Reader owner(JsonNode task) {
        JsonNode owner = task.path("owner");
        String name = FhirReferences.of(owner);
        if (!isPerson(owner)) {
            return null;
        }
        JsonNode person = context.resource(name);
        String number = owner.at("/identifier/value")
                .asText(person.at("/identifier/0/value").asText());
        String id = number.isBlank() ? name : number;
        String display = owner.path("display").asText();
        if (display.isBlank()) {
            display =
                    person.at("/name/0/text").asText(person.at("/name/0/family").asText());
        }
        return id.isBlank() && display.isBlank()
                ? null
                : new Order.Reader(id.isBlank() ? display : id, display.isBlank() ? id : display);
    }

    /// The identifier of type `ACSN` (v2-0203), of the request, else of the study.
    private static String accession(JsonNode request, List<JsonNode> studies) {
        List<JsonNode> all = new ArrayList<>(List.of(request));
        all.addAll(studies);
        for (JsonNode resource : all) {
            for (JsonNode identifier : resource.path("identifier")) {
                if (FhirPatients.hasCode(identifier.path("type"), "ACSN")) {
                    return identifier.path("value").asText().strip();
                }
            }
        }
        return "";
    }

    /// Null where there is none, and where there are several: one of them would be a guess.
    private static @Nullable StudyUid study(List<JsonNode> studies) {
        List<String> uids = new ArrayList<>();
        for (JsonNode study : studies) {
            for (JsonNode identifier : study.path("identifier")) {
                if (identifier.path("system").asText().equals("urn:dicom:uid")) {
                    uids.add(identifier
                            .path("value")
                            .asText()
                            .replaceFirst("^urn:oid:", "")
                            .strip());
                }
            }
        }
        List<String> known =
                uids.stream().filter(uid -> !uid.isBlank()).distinct().toList();
        return known.size() == 1 ? new StudyUid(known.getFirst()) : null;
    }

    private static OrderPriority priority(String code) {
        return switch (code) {
            case "stat" -> OrderPriority.STAT;
            case "asap" -> OrderPriority.ASAP;
            case "urgent" -> OrderPriority.URGENT;
            default -> OrderPriority.ROUTINE;
        };
    }

    /// What was made, else what was asked for: a code of DCM in the details or the code of the request.
    private static String modality(JsonNode request, List<JsonNode> studies) {
        List<String> made = new ArrayList<>();
        for (JsonNode study : studies) {
            study.path("modality")
                    .forEach(coding -> made.add(coding.path("code").asText()));
        }
        if (made.isEmpty()) {
            for (JsonNode concept : request.path("orderDetail")) {
                codes(concept, made);
            }
            codes(request.path("code"), made);
        }
        return String.join("+", made.stream().distinct().sorted().toList());
    }

    private static void codes(JsonNode concept, List<String> found) {
        for (JsonNode coding : concept.path("coding")) {
            String code = coding.path("code").asText().toUpperCase(Locale.ROOT);
            if (coding.path("system").asText().equals(DICOM_CODES)
                    && MODALITY.matcher(code).matches()) {
                found.add(code);
            }
        }
    }

    private static String description(JsonNode request, List<JsonNode> studies) {
        String asked = FhirWords.ofConcept(request.path("code"));
        return asked.isBlank() && !studies.isEmpty()
                ? studies.getFirst().path("description").asText()
                : asked;
    }
}
