package org.readingroom.services.remote.dicomweb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.PersonName;

/// The attributes of one DICOM JSON object; what is absent, empty or of a wrong kind comes back as nothing.
///
/// **Source:** PS3.18 annex F. Numbers as text and names as plain text are taken as well: servers write both.
public final class JsonAttributes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode node;

    private JsonAttributes(JsonNode node) {
        this.node = node;
    }

    /// **Errors:** `GARBLED` when `answer` is no list of objects.
    static List<JsonAttributes> list(HttpAnswer answer) throws HttpFaultException {
        if (answer.status() == 204 || answer.body().length == 0) {
            return List.of();
        }
        JsonNode root = read(answer);
        if (!root.isArray()) {
            throw HttpFaultException.garbled("no JSON array", null);
        }
        List<JsonAttributes> list = new ArrayList<>(root.size());
        for (JsonNode each : root) {
            if (!each.isObject()) {
                throw HttpFaultException.garbled("no JSON object in the array", null);
            }
            list.add(new JsonAttributes(each));
        }
        return list;
    }

    /// One object, also in an array of one; nothing when there is no JSON.
    static Optional<JsonAttributes> object(HttpAnswer answer) {
        try {
            JsonNode root = read(answer);
            JsonNode first = root.isArray() && root.size() == 1 ? root.get(0) : root;
            return first.isObject() ? Optional.of(new JsonAttributes(first)) : Optional.empty();
        } catch (HttpFaultException e) {
            return Optional.empty();
        }
    }

    private static JsonNode read(HttpAnswer answer) throws HttpFaultException {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            // Its message would quote the answer.
            throw HttpFaultException.garbled("broken JSON", null);
        } catch (IOException e) {
            throw HttpFaultException.garbled("unreadable JSON", e);
        }
    }

    public Optional<String> text(int tag) {
        return texts(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /// All values, stripped; empty ones keep their place.
    public List<String> texts(int tag) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values(tag)) {
            texts.add(value.isValueNode() && !value.isNull() ? value.asText().strip() : "");
        }
        return texts;
    }

    /// 0 when there is none.
    public int integer(int tag) {
        return text(tag).map(JsonAttributes::number).orElse(0);
    }

    public PersonName name(int tag) {
        JsonNode value = values(tag).path(0);
        if (value.isObject()) {
            return new PersonName(group(value, "Alphabetic"), group(value, "Ideographic"), group(value, "Phonetic"));
        }
        return value.isTextual() ? PersonName.parse(value.asText()) : PersonName.NONE;
    }

    public List<JsonAttributes> items(int tag) {
        List<JsonAttributes> items = new ArrayList<>();
        for (JsonNode value : values(tag)) {
            if (value.isObject()) {
                items.add(new JsonAttributes(value));
            }
        }
        return items;
    }

    /// Where a value too large for JSON is to be fetched.
    public Optional<String> bulkDataUri(int tag) {
        return Optional.ofNullable(attribute(tag).path("BulkDataURI").textValue());
    }

    public boolean contains(int tag) {
        return node.has(key(tag));
    }

    private JsonNode values(int tag) {
        return attribute(tag).path("Value");
    }

    private JsonNode attribute(int tag) {
        return node.path(key(tag));
    }

    private static String key(int tag) {
        return "%08X".formatted(tag);
    }

    private static String group(JsonNode name, String group) {
        return name.path(group).asText("").strip();
    }

    private static int number(String text) {
        try {
            double value = Double.parseDouble(text);
            return value == (int) value ? (int) value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// Names the tags present, never their values.
    @Override
    public String toString() {
        return "JsonAttributes" + (node.has(key(Tag.SOP_INSTANCE_UID)) ? " of an instance" : "");
    }
}
