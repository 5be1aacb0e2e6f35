package org.readingroom.desktop.hands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.KeyContext;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.viewer.model.WorkstationException;

/// A profile and what a person changed of it, as JSON: in the settings, and in a file to take along.
///
/// ```json
/// {"version": 1, "profile": "horos", "keys": {"refresh": "Shift+F5", "lock": ""}, "mouse": {"left": "pan"}}
/// ```
///
/// **Order:** keys by command, so that two files can be compared.
/// **Errors:** [WorkstationException] for what cannot be taken whole; nothing is taken in part.
final class HandsJson {
    /// chosen: a hundred times what every key together needs.
    static final int LONGEST = 1_000_000;

    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    record Read(HandProfile profile, Hands hands) {}

    private HandsJson() {}

    private static WorkstationException refused(String facts, @Nullable Exception cause) {
        return new WorkstationException("desktop.hands.unreadable", List.of(), facts, cause);
    }

    static String write(HandProfile profile, Hands hands) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", VERSION);
        root.put("profile", profile.id());
        ObjectNode keys = root.putObject("keys");
        new TreeMap<>(hands.keys()).forEach(keys::put);
        ObjectNode mouse = root.putObject("mouse");
        new TreeMap<>(hands.mouse().changes()).forEach((move, act) -> mouse.put(name(move), name(act)));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    static Read read(String json) throws WorkstationException {
        if (json.length() > LONGEST) {
            throw refused("longer than " + LONGEST, null);
        }
        try {
            JsonNode root = MAPPER.readTree(json);
            int version = root.path("version").asInt(0);
            if (version > VERSION) {
                throw new WorkstationException("desktop.hands.newer", "version " + version);
            }
            HandProfile profile = HandProfile.of(root.path("profile").asText(""))
                    .filter(p -> version == VERSION)
                    .orElseThrow(() -> refused("no version or no profile", null));
            return new Read(profile, new Hands(keys(root.path("keys")), mouse(root.path("mouse"))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw refused("not what was written", e);
        }
    }

    private static Map<String, String> keys(JsonNode node) throws WorkstationException {
        Map<String, String> keys = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getValue().asText("?");
            if (!key.isEmpty()) {
                KeyCodeCombination named = Shortcuts.parse(key)
                        .filter(KeyCodeCombination.class::isInstance)
                        .map(KeyCodeCombination.class::cast)
                        .orElseThrow(() -> refused("a name that is no key", null));
                String shown = Shortcuts.shown(named);
                if (Shortcuts.isReserved(named, KeyContext.of(field.getKey()))) {
                    throw new WorkstationException(
                            "desktop.hands.reserved-file", List.of(shown), "a key that is reserved", null);
                }
                if (!taken.add(shown)) {
                    throw new WorkstationException(
                            "desktop.hands.twice", List.of(shown), "two commands on one key", null);
                }
            }
            keys.put(field.getKey(), key);
        }
        return keys;
    }

    private static MouseMap mouse(JsonNode node) {
        Map<MouseMove, MouseAct> acts = new EnumMap<>(MouseMove.class);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            acts.put(
                    MouseMove.valueOf(constant(field.getKey())),
                    MouseAct.valueOf(constant(field.getValue().asText(""))));
        }
        return new MouseMap(acts);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
