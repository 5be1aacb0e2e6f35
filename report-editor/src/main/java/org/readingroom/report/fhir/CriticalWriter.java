package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.critical.CriticalState;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.StudyIdentity;

/// Writes the resources of one loop. Report and images are named by their identifiers: the ward is told before there is
/// a report on the server.
final class CriticalWriter {
    private final CriticalCase loop;
    private final StudyIdentity study;

    CriticalWriter(CriticalCase loop, StudyIdentity study) {
        this.loop = loop;
        this.study = study;
    }

    /// That the ward is to be told, within the time the dictionary gives.
    ObjectNode request(UUID id, CriticalEvent discovered) {
        ObjectNode node = begin(CriticalNames.REQUEST, id);
        node.set("groupIdentifier", FhirJson.identifier(FhirJson.URI, CriticalNames.urn(loop.id())));
        // what is put right once the ward has handled it asks for nothing any more
        node.put("status", loop.state() == CriticalState.HANDLED ? "completed" : "active");
        common(node);
        payload(node, loop.finding().words());
        node.putObject("occurrencePeriod")
                .put("start", discovered.occurredAt().toString())
                .put(
                        "end",
                        discovered
                                .occurredAt()
                                .plus(loop.finding().limits().notified())
                                .toString());
        node.put("authoredOn", discovered.occurredAt().toString());
        node.set("requester", CriticalNames.person(discovered.by()));
        node.putArray("reasonCode").add(reason());
        return node;
    }

    /// What passed between the two sides.
    ObjectNode communication(UUID id, CriticalEvent event) {
        boolean isAnswer = event.kind() == CriticalKind.ACKNOWLEDGED || event.kind() == CriticalKind.HANDLED;
        boolean isDone = event.kind() != CriticalKind.UNREACHED;
        CriticalContact contact = event.contact();
        ObjectNode node = begin(CriticalNames.COMMUNICATION, id);
        node.putArray("basedOn").add(CriticalNames.ofRequest(loop).reference());
        if (isAnswer) {
            loop.last(CriticalKind.NOTIFIED)
                    .ifPresent(told -> node.putArray("inResponseTo")
                            .add(CriticalNames.of(loop, told.id()).reference()));
        }
        node.put("status", isDone ? "completed" : "not-done");
        if (!isDone && !event.words().isEmpty()) {
            node.putObject("statusReason").put("text", event.words());
        }
        common(node);
        ObjectNode reader = CriticalNames.person(event.by());
        if (contact != null) {
            node.putArray("medium").add(medium(contact.medium()));
            ObjectNode ward = FhirJson.object().put("display", name(contact));
            node.putArray("recipient").add(isAnswer ? reader : ward);
            node.set("sender", isAnswer ? ward : reader);
        } else {
            if (isAnswer) {
                node.putArray("recipient").add(reader);
            } else {
                node.set("sender", reader);
            }
        }
        node.put("sent", event.occurredAt().toString());
        if (isDone) {
            node.put("received", event.occurredAt().toString());
        }
        node.putArray("reasonCode").add(reason());
        payload(node, isAnswer ? event.words() : loop.finding().words());
        notes(node, event, reader);
        return node;
    }

    private static ObjectNode begin(String type, UUID id) {
        ObjectNode node = FhirJson.resource(type);
        node.putArray("identifier").add(FhirJson.identifier(FhirJson.URI, CriticalNames.urn(id)));
        return node;
    }

    private void common(ObjectNode node) {
        node.putArray("category")
                .add(FhirJson.concept(
                        "http://terminology.hl7.org/CodeSystem/communication-category", "alert", "Alert"));
        node.put("priority", "stat");
        node.set(
                "subject",
                FhirJson.reference("Patient?"
                                + FhirJson.query("", study.patient().id().value()))
                        .put("display", study.patient().name().display()));
        ArrayNode about = node.putArray("about");
        if (!loop.finding().report().isEmpty()) {
            about.add(FhirJson.named(
                    "DiagnosticReport",
                    FhirJson.identifier(
                            FhirJson.URI,
                            ReportBundle.urn(new ReportId(loop.finding().report())))));
        }
        about.add(FhirJson.named(
                "ImagingStudy",
                FhirJson.identifier(
                        FhirJson.DICOM_UID, "urn:oid:" + study.study().value())));
    }

    /// The entry of the dictionary, in the version it had; nobody has a URI for it.
    private ObjectNode reason() {
        CriticalFinding finding = loop.finding();
        ObjectNode node = FhirJson.object();
        node.putArray("coding")
                .addObject()
                .put("version", finding.dictionaryVersion())
                .put("code", finding.entry())
                .put("display", finding.nameEn());
        return node.put("text", finding.nameZh());
    }

    private static void payload(ObjectNode node, String words) {
        if (!words.isEmpty()) {
            node.putArray("payload").addObject().put("contentString", words);
        }
    }

    private static void notes(ObjectNode node, CriticalEvent event, ObjectNode reader) {
        CriticalContact contact = event.contact();
        if (contact == null) {
            return;
        }
        if (!contact.readBack().isEmpty()) {
            note(node, event, reader, "复述 / read back: " + contact.readBack());
        }
        if (!contact.phone().isEmpty()) {
            note(node, event, reader, "电话 / telephone: " + contact.phone());
        }
    }

    private static void note(ObjectNode node, CriticalEvent event, ObjectNode reader, String text) {
        ObjectNode note = node.withArray("/note").addObject();
        note.set("authorReference", reader.deepCopy());
        note.put("time", event.occurredAt().toString()).put("text", text);
    }

    private static String name(CriticalContact contact) {
        String person = Stream.of(contact.name(), contact.place())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
        return person.isEmpty() ? contact.phone() : person;
    }

    /// **Source:** HL7 v3 ParticipationMode.
    private static ObjectNode medium(CriticalContact.Medium medium) {
        String[] code = switch (medium) {
            case PHONE -> new String[] {"PHONE", "telephone"};
            case IN_PERSON -> new String[] {"FACE", "face-to-face"};
            case SYSTEM -> new String[] {"ELECTRONIC", "electronic data"};
        };
        return FhirJson.concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationMode", code[0], code[1]);
    }
}
