package org.readingroom.services.remote.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.PersonName;

/// One data set in the DICOM JSON model (PS3.18 annex F). Tags are eight hexadecimal digits.
record UpsDataSet(JsonNode node) {
    static UpsDataSet empty() {
        return new UpsDataSet(JsonNodeFactory.instance.objectNode());
    }

    String text(String tag) {
        return node.path(tag).path("Value").path(0).asText().strip();
    }

    PersonName name(String tag) {
        JsonNode name = node.path(tag).path("Value").path(0);
        return name.isTextual()
                ? PersonName.parse(name.asText())
                : new PersonName(
                        name.path("Alphabetic").asText().strip(),
                        name.path("Ideographic").asText().strip(),
                        name.path("Phonetic").asText().strip());
    }

    List<UpsDataSet> items(String tag) {
        List<UpsDataSet> items = new ArrayList<>();
        node.path(tag).path("Value").forEach(item -> items.add(new UpsDataSet(item)));
        return items;
    }

    UpsDataSet item(String tag) {
        List<UpsDataSet> items = items(tag);
        return items.isEmpty() ? empty() : items.getFirst();
    }

    /// A date, DA; null when it is missing or none.
    @Nullable
    LocalDate date(String tag) {
        try {
            return LocalDate.parse(text(tag), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A date with a time, DT; without an offset it is the time of this place.
    @Nullable
    Instant instant(String tag) {
        String text = text(tag).replaceFirst("\\.\\d+", "");
        int offset = Math.max(text.indexOf('+'), text.indexOf('-'));
        String local = offset < 0 ? text : text.substring(0, offset);
        if (local.length() < 8) {
            return null;
        }
        try {
            String padded = (local + "000000").substring(0, 14);
            LocalDateTime time = LocalDateTime.parse(padded, DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
            return offset < 0
                    ? time.atZone(ZoneId.systemDefault()).toInstant()
                    : time.toInstant(ZoneOffset.of(text.substring(offset)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static ObjectNode with(ObjectNode set, String tag, String vr, String value) {
        set.putObject(tag).put("vr", vr).putArray("Value").add(value);
        return set;
    }

    static ObjectNode withItem(ObjectNode set, String tag, ObjectNode item) {
        ArrayNode items = set.putObject(tag).put("vr", "SQ").putArray("Value");
        items.add(item);
        return set;
    }
}
