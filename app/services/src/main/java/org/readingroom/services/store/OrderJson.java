package org.readingroom.services.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// An order as the body of its row, before sealing.
final class OrderJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OrderJson() {}

    static byte[] write(Order order) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", order.id());
        node.put("version", order.version());
        node.put("request", order.request());
        node.put("subject", order.subject());
        node.put("accession", order.accessionNumber());
        StudyUid study = order.study();
        node.put("study", study == null ? "" : study.value());
        Patient patient = order.patient();
        node.put("patientId", patient.id().value());
        node.put("issuer", patient.id().issuer());
        node.put("alphabetic", patient.name().alphabetic());
        node.put("ideographic", patient.name().ideographic());
        node.put("phonetic", patient.name().phonetic());
        node.put("birth", text(patient.birthDate()));
        node.put("sex", patient.sex().name());
        ArrayNode flags = node.putArray("flags");
        order.flags().forEach(flag -> flags.add(flag.name()));
        node.put("priority", order.priority().name());
        node.put("modality", order.modality());
        node.put("bodyPart", order.bodyPart());
        node.put("description", order.description());
        node.put("state", order.state().name());
        node.put("requested", text(order.requested()));
        node.put("due", text(order.due()));
        Order.Reader owner = order.owner();
        if (owner != null) {
            node.putObject("owner").put("id", owner.id()).put("name", owner.displayName());
        }
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("writing an order failed", e);
        }
    }

    static Order read(byte[] json) throws StoreException {
        try {
            return order(MAPPER.readTree(json));
        } catch (IOException | RuntimeException e) {
            throw new StoreException("services.store.damaged", List.of(), "a row of an order cannot be read", e);
        }
    }

    private static Order order(JsonNode node) {
        String study = text(node, "study");
        String birth = text(node, "birth");
        Set<PatientFlag> flags = EnumSet.noneOf(PatientFlag.class);
        node.path("flags").forEach(flag -> flags.add(PatientFlag.valueOf(flag.asText())));
        JsonNode owner = node.path("owner");
        return new Order(
                text(node, "id"),
                text(node, "version"),
                text(node, "request"),
                text(node, "subject"),
                text(node, "accession"),
                study.isEmpty() ? null : new StudyUid(study),
                new Patient(
                        new PatientId(text(node, "patientId"), text(node, "issuer")),
                        new PersonName(text(node, "alphabetic"), text(node, "ideographic"), text(node, "phonetic")),
                        birth.isEmpty() ? null : LocalDate.parse(birth),
                        Sex.valueOf(text(node, "sex"))),
                flags,
                OrderPriority.valueOf(text(node, "priority")),
                text(node, "modality"),
                text(node, "bodyPart"),
                text(node, "description"),
                OrderState.valueOf(text(node, "state")),
                instant(text(node, "requested")),
                instant(text(node, "due")),
                owner.isObject() ? new Order.Reader(text(owner, "id"), text(owner, "name")) : null);
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
