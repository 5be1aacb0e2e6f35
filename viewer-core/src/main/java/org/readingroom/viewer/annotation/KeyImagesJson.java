package org.readingroom.viewer.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// The key images of an annotation document as JSON, for [AnnotationJson].
///
/// **Errors:** [IllegalArgumentException] for anything that cannot be read whole.
final class KeyImagesJson {
    private KeyImagesJson() {}

    static void write(List<KeyImage> images, ArrayNode list) {
        for (KeyImage image : images) {
            ObjectNode node = list.addObject();
            node.put("instance", image.frame().instance().value());
            node.put("frame", image.frame().frame());
            node.put("note", image.note());
            node.put("author", image.author());
            node.put("time", image.time().toString());
        }
    }

    /// None where the field is missing.
    static List<KeyImage> read(JsonNode list) {
        List<KeyImage> images = new ArrayList<>();
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException("the key images are no list");
        }
        for (JsonNode node : list) {
            FrameRef frame = new FrameRef(
                    new SopInstanceUid(text(node, "instance")),
                    node.path("frame").asInt(-1));
            images.add(new KeyImage(frame, text(node, "note"), text(node, "author"), time(text(node, "time"))));
        }
        return images;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a key image has no time", e);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field " + field + " of a key image is missing");
        }
        return value.asText();
    }
}
