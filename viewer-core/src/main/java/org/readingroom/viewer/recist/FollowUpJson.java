package org.readingroom.viewer.recist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// The lesions of a patient as JSON, for storage.
///
/// ```json
/// {"version": 1, "patient": {"name": "Wang^XiaoDong=王^小东", "birthDate": "1960-02-03", "sex": "MALE"}, "lesions":
/// [{"name": "T1", "role": "target", "node": false, "organ": "lung", "readings": [
///   {"study": "2.25.1", "date": "2026-01-15", "state": "measured", "value": 23.4, "unit": "mm",
///    "quantity": "LONG_AXIS", "mark": "…"}]}]}
/// ```
///
/// **Errors:** [FollowUpFormatException] for anything that cannot be read whole.
// [impl->req~recist.follow-up~1]
public final class FollowUpJson {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FollowUpJson() {}

    /// Says whose lesions they are, since two people may share a number.
    public static String write(FollowUp followUp, Patient patient) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", VERSION);
        ObjectNode person = root.putObject("patient");
        PersonName name = patient.name();
        person.put("name", name.alphabetic() + "=" + name.ideographic() + "=" + name.phonetic());
        LocalDate birthDate = patient.birthDate();
        if (birthDate != null) {
            person.put("birthDate", birthDate.toString());
        }
        person.put("sex", patient.sex().name());
        ArrayNode lesions = root.putArray("lesions");
        for (Lesion lesion : followUp.lesions()) {
            ObjectNode node = lesions.addObject();
            node.put("name", lesion.name());
            node.put("role", lesion.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("node", lesion.isNode());
            node.put("organ", lesion.organ());
            ArrayNode readings = node.putArray("readings");
            lesion.readings().forEach(reading -> write(reading, readings.addObject()));
        }
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    private static void write(LesionReading reading, ObjectNode node) {
        node.put("study", reading.study().value());
        node.put("date", reading.date().toString());
        node.put("state", reading.state().code());
        Measurement size = reading.size();
        if (size != null) {
            node.put("value", size.value());
            node.put("unit", size.ucum());
            node.put("quantity", size.quantity().name());
        }
        AnnotationId mark = reading.mark();
        if (mark != null) {
            node.put("mark", mark.value());
        }
    }

    public static FollowUp read(String json) throws FollowUpFormatException {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.path("version").asInt(0) > VERSION) {
                throw new FollowUpFormatException("viewer.recist.newer-version", "a newer version", null);
            }
            if (root.path("version").asInt(0) < 1 || !root.path("lesions").isArray()) {
                throw new IllegalArgumentException("no version or no list of lesions");
            }
            List<Lesion> lesions = new ArrayList<>();
            for (JsonNode node : root.path("lesions")) {
                List<LesionReading> readings = new ArrayList<>();
                for (JsonNode reading : node.path("readings")) {
                    readings.add(reading(reading));
                }
                lesions.add(new Lesion(
                        text(node, "name"),
                        LesionRole.valueOf(constant(text(node, "role"))),
                        node.path("node").asBoolean(false),
                        text(node, "organ"),
                        readings));
            }
            return new FollowUp(lesions);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new FollowUpFormatException("viewer.recist.damaged", "lesions cannot be read", e);
        }
    }

    /// Whose lesions they are, if the text says so, as those before it did not.
    public static Optional<Patient> patient(String json, PatientId id) throws FollowUpFormatException {
        try {
            JsonNode person = MAPPER.readTree(json).path("patient");
            return person.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(new Patient(
                            id,
                            PersonName.parse(text(person, "name")),
                            person.has("birthDate") ? LocalDate.parse(text(person, "birthDate")) : null,
                            Sex.valueOf(text(person, "sex"))));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new FollowUpFormatException("viewer.recist.damaged", "the person cannot be read", e);
        }
    }

    private static LesionReading reading(JsonNode node) {
        LesionState state = LesionState.valueOf(constant(text(node, "state")));
        double value = node.path("value").asDouble(Double.NaN);
        if (state == LesionState.MEASURED && !(Double.isFinite(value) && value >= 0)) {
            throw new IllegalArgumentException("a size is not a number");
        }
        return new LesionReading(
                new StudyUid(text(node, "study")),
                LocalDate.parse(text(node, "date")),
                state,
                state == LesionState.MEASURED
                        ? new Measurement(Quantity.valueOf(text(node, "quantity")), value, text(node, "unit"))
                        : null,
                node.hasNonNull("mark") ? new AnnotationId(text(node, "mark")) : null);
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return value.asText();
    }
}
