package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.fhir.CriticalMessage.Change;
import org.readingroom.report.model.StudyIdentity;

/// What the hospital is told of a critical value: a transaction of one resource an event, which never changes but in
/// its state.
///
/// ```
/// VERIFIED             CommunicationRequest   the ward is to be told this, by then
/// NOTIFIED             Communication          completed: to whom, by what way, what was read back
/// UNREACHED            Communication          not-done, once a senior has agreed
/// ACKNOWLEDGED,HANDLED Communication          in response to the one that told; HANDLED completes the request
/// CORRECTED            one more of what it corrects; the one before becomes entered-in-error
/// ```
///
/// With each goes a Provenance: when it happened, when it was written down, and by whom. What is told before a senior
/// agreed, what is excluded, who was to be called in, and what the hospital's own systems said is not sent.
///
/// **Source:** FHIR R4 Communication, CommunicationRequest, Provenance, section 3.1.0.8.1 (conditional create).
// [impl->req~report.critical.told-ris~1]
public final class CriticalBundle {
    private CriticalBundle() {}

    /// What is told of the last event of `loop`; nothing where that stays here.
    public static Optional<CriticalMessage> last(CriticalCase loop, StudyIdentity study) {
        CriticalEvent last = loop.events().getLast();
        boolean isCorrection = last.kind() == CriticalKind.CORRECTED;
        CriticalEvent told =
                isCorrection ? loop.event(last.corrects()).map(loop::corrected).orElse(last) : last;
        boolean isOfRequest = told.kind() == CriticalKind.VERIFIED || told.kind() == CriticalKind.DISCOVERED;
        if (isOfRequest) {
            return request(loop, study, last);
        }
        return isTold(loop, told) ? Optional.of(communication(loop, study, told, last)) : Optional.empty();
    }

    private static boolean isTold(CriticalCase loop, CriticalEvent event) {
        boolean isOfWard = event.by().side() != CriticalActor.Side.READER;
        return !isOfWard
                && switch (event.kind()) {
                    case NOTIFIED, ACKNOWLEDGED, HANDLED -> true;
                    case UNREACHED -> isAfterVerification(loop, event);
                    default -> false;
                };
    }

    private static boolean isAfterVerification(CriticalCase loop, CriticalEvent event) {
        for (CriticalEvent each : loop.events()) {
            if (each.id().equals(event.id())) {
                return false;
            }
            if (each.kind() == CriticalKind.VERIFIED) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CriticalMessage> request(CriticalCase loop, StudyIdentity study, CriticalEvent last) {
        Optional<CriticalEvent> verified = loop.last(CriticalKind.VERIFIED);
        Optional<CriticalEvent> discovered = loop.last(CriticalKind.DISCOVERED);
        if (verified.isEmpty() || discovered.isEmpty()) {
            return Optional.empty();
        }
        CriticalNames names = CriticalNames.ofRequest(loop);
        List<Change> after = new ArrayList<>();
        ObjectNode resource = new CriticalWriter(loop, study).request(names.id(), discovered.get());
        names.before().ifPresent(before -> {
            resource.putArray("replaces").add(CriticalNames.reference(CriticalNames.REQUEST, before));
            after.add(new Change(CriticalNames.REQUEST, before, "entered-in-error"));
        });
        ArrayNode entries = FhirJson.object().putArray("entry");
        create(entries, names.id(), resource);
        CriticalProvenance provenance = new CriticalProvenance(names, last);
        provenance.write(entries, discovered.get(), "author");
        provenance.write(entries, verified.get(), "verifier");
        return Optional.of(message(study, entries, after));
    }

    private static CriticalMessage communication(
            CriticalCase loop, StudyIdentity study, CriticalEvent told, CriticalEvent last) {
        CriticalNames names = CriticalNames.of(loop, told.id());
        ArrayNode entries = FhirJson.object().putArray("entry");
        create(entries, names.id(), new CriticalWriter(loop, study).communication(names.id(), told));
        new CriticalProvenance(names, last).write(entries, told, "author");
        List<Change> after = new ArrayList<>();
        names.before()
                .ifPresent(before -> after.add(new Change(CriticalNames.COMMUNICATION, before, "entered-in-error")));
        if (told.kind() == CriticalKind.HANDLED) {
            UUID request = CriticalNames.ofRequest(loop).id();
            after.add(new Change(CriticalNames.REQUEST, request, "completed"));
        }
        return message(study, entries, after);
    }

    private static CriticalMessage message(StudyIdentity study, ArrayNode entries, List<Change> after) {
        ObjectNode bundle = FhirJson.resource("Bundle").put("type", "transaction");
        bundle.set("entry", entries);
        return new CriticalMessage(study.patient(), new String(FhirJson.bytes(bundle), StandardCharsets.UTF_8), after);
    }

    private static void create(ArrayNode entries, UUID id, ObjectNode resource) {
        ObjectNode entry = entries.addObject().put("fullUrl", CriticalNames.urn(id));
        entry.set("resource", resource);
        entry.putObject("request")
                .put("method", "POST")
                .put("url", resource.path("resourceType").asText())
                .put("ifNoneExist", FhirJson.query(FhirJson.URI, CriticalNames.urn(id)));
    }
}
