package org.readingroom.report.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// One event of a critical value on its way to the hospital: whose it is, the bundle that tells it, and what of
/// earlier messages changes its state once the bundle is there.
public record CriticalMessage(Patient patient, String bundle, List<Change> after) {
    /// The resource of ours that is known by `id` gets the state `status`.
    public record Change(String type, UUID id, String status) {}

    public CriticalMessage {
        after = List.copyOf(after);
    }

    public byte[] bytes() {
        ObjectNode node = FhirJson.object();
        ObjectNode whose = node.putObject("patient")
                .put("id", patient.id().value())
                .put("issuer", patient.id().issuer())
                .put("alphabetic", patient.name().alphabetic())
                .put("ideographic", patient.name().ideographic())
                .put("phonetic", patient.name().phonetic())
                .put("sex", patient.sex().name());
        LocalDate birthDate = patient.birthDate();
        if (birthDate != null) {
            whose.put("birthDate", birthDate.toString());
        }
        node.put("bundle", bundle);
        ArrayNode changes = node.putArray("after");
        for (Change each : after) {
            changes.addObject()
                    .put("type", each.type())
                    .put("id", each.id().toString())
                    .put("status", each.status());
        }
        return FhirJson.bytes(node);
    }

    /// Nothing where these are not the bytes of a message.
    public static Optional<CriticalMessage> read(byte[] bytes) {
        try {
            ObjectNode node = FhirJson.read(bytes);
            JsonNode whose = node.path("patient");
            String birthDate = whose.path("birthDate").asText();
            Patient patient = new Patient(
                    new PatientId(
                            whose.path("id").asText(), whose.path("issuer").asText()),
                    new PersonName(
                            whose.path("alphabetic").asText(),
                            whose.path("ideographic").asText(),
                            whose.path("phonetic").asText()),
                    birthDate.isEmpty() ? null : LocalDate.parse(birthDate),
                    Sex.valueOf(whose.path("sex").asText()));
            List<Change> after = new ArrayList<>();
            for (JsonNode each : node.path("after")) {
                after.add(new Change(
                        each.path("type").asText(),
                        UUID.fromString(each.path("id").asText()),
                        each.path("status").asText()));
            }
            String bundle = node.path("bundle").asText();
            return bundle.isEmpty() ? Optional.empty() : Optional.of(new CriticalMessage(patient, bundle, after));
        } catch (ReportFormatException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The bundle with everything in it of the patient whom the server knows as `id`.
    ///
    /// **Errors:** [ReportFormatException] when it is no bundle.
    public byte[] addressed(String id) throws ReportFormatException {
        ObjectNode node = FhirJson.read(bundle.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (JsonNode entry : node.path("entry")) {
            if (entry.at("/resource/subject") instanceof ObjectNode subject) {
                subject.put("reference", "Patient/" + id);
            }
        }
        return FhirJson.bytes(node);
    }

    @Override
    public String toString() {
        return "CriticalMessage[" + after.size() + " changes]"; // it names a patient
    }
}
