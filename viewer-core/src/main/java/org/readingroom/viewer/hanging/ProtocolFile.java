package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Hanging protocols as JSON: `{"format": "readingroom.hanging-protocols", "formatVersion": 1,
/// "protocols": [...]}`.
///
/// Fields that are not known are left alone, so that files of a later program with more of them can
/// be read; a later format is refused.
// [impl->req~hanging.json~1]
public final class ProtocolFile {
    static final String FORMAT = "readingroom.hanging-protocols";
    static final int VERSION = 1;

    /// chosen: a department has some hundred; a file of more is none of ours.
    static final int MOST = 2000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ProtocolFile() {}

    public static String write(List<HangingProtocol> protocols) {
        ObjectNode file = MAPPER.createObjectNode();
        file.put("format", FORMAT);
        file.put("formatVersion", VERSION);
        file.set("protocols", MAPPER.valueToTree(protocols));
        try {
            return MAPPER.writeValueAsString(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a protocol cannot be written", e);
        }
    }

    /// **Errors:** [IOException] when it is no such file, of a later format, or anything in it makes no sense; nothing
    /// of it is taken then.
    public static List<HangingProtocol> read(String json) throws IOException {
        JsonNode file = MAPPER.readTree(json);
        if (file == null || !file.path("format").asText().equals(FORMAT)) {
            throw new IOException("not a file of hanging protocols");
        }
        if (file.path("formatVersion").asInt() != VERSION) {
            throw new IOException(
                    "hanging protocols of format " + file.path("formatVersion").asText());
        }
        JsonNode list = file.path("protocols");
        if (!list.isArray() || list.size() > MOST) {
            throw new IOException("a file of hanging protocols without its list");
        }
        List<HangingProtocol> protocols = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : list) {
            HangingProtocol protocol = MAPPER.treeToValue(node, HangingProtocol.class);
            if (protocol == null || !ids.add(protocol.id())) {
                throw new IOException("a hanging protocol twice, or none");
            }
            protocols.add(protocol);
        }
        return protocols;
    }
}
