package org.readingroom.services.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;

/// What the desk keeps of an object that it made.
final class MadeObjectJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MadeObjectJson() {}

    static byte[] write(MadeObject made) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("slot", made.slot())
                    .put("instance", made.instance().value())
                    .put("series", made.series().value())
                    .put("sopClass", made.sopClassUid())
                    .put("number", made.instanceNumber()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    static MadeObject read(byte[] json) throws WorkstationException {
        try {
            JsonNode node = MAPPER.readTree(json);
            return new MadeObject(
                    node.path("slot").asText(),
                    new SopInstanceUid(node.path("instance").asText()),
                    new SeriesUid(node.path("series").asText()),
                    node.path("sopClass").asText(),
                    node.path("number").asInt());
        } catch (IOException | IllegalArgumentException e) {
            throw new WorkstationException("services.store.damaged", "the record of a made object cannot be read");
        }
    }
}
