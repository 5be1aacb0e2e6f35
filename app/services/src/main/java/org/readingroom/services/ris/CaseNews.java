package org.readingroom.services.ris;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/// What the RIS is told of the work on one case before its report is read to the end: `task` is its Task there, `id`
/// names the telling for ever, `words` say why.
public record CaseNews(UUID id, String task, Kind kind, String words) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What happened.
    public enum Kind {
        /// The report was sent back to be written again.
        RETURNED,
        /// It was signed again.
        WRITTEN_AGAIN,
        /// No report can rest on the images.
        HELD,
        /// One can again.
        FREED
    }

    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("id", id.toString())
                    .put("task", task)
                    .put("kind", kind.name())
                    .put("words", words));
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree of JSON that cannot be written", e);
        }
    }

    /// Nothing where these are not the bytes of such news.
    public static Optional<CaseNews> read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            String task = node.path("task").asText();
            return task.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CaseNews(
                            UUID.fromString(node.path("id").asText()),
                            task,
                            Kind.valueOf(node.path("kind").asText()),
                            node.path("words").asText()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "CaseNews[" + kind + " of " + task + "]"; // the words may name a patient
    }
}
