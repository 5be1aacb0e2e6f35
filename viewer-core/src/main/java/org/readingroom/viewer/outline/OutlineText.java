package org.readingroom.viewer.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.assets.Messages;

/// Writes an outline for people and for scripts.
public final class OutlineText {
    private static final String STEP = "  ";

    private final Messages messages;

    public OutlineText(Messages messages) {
        this.messages = messages;
    }

    /// One line a node, two blanks a level; further lines of a long text are set under its first.
    public List<String> lines(OutlineNode node) {
        List<String> lines = new ArrayList<>();
        add(node, "", lines);
        return lines;
    }

    /// Caption and value of one node, without what is under it.
    public String line(OutlineNode node) {
        String caption = node.caption().in(messages);
        String value = node.value().in(messages);
        if (caption.isEmpty()) {
            return value;
        }
        return value.isEmpty() ? caption : messages.get("viewer.outline.line", caption, value);
    }

    private void add(OutlineNode node, String indent, List<String> lines) {
        String[] parts = line(node).split("\\R");
        for (int i = 0; i < parts.length; i++) {
            lines.add(indent + (i == 0 ? "" : STEP) + parts[i].stripTrailing());
        }
        for (OutlineNode child : node.children()) {
            add(child, indent + STEP, lines);
        }
    }

    /// The node as a map that becomes a JSON object: `name`, `value`, the facts, `children`.
    public Map<String, Object> map(OutlineNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "name", node.caption().in(messages));
        put(map, "value", node.value().in(messages));
        map.putAll(node.facts());
        if (!node.children().isEmpty()) {
            map.put("children", node.children().stream().map(this::map).toList());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String name, String text) {
        if (!text.isEmpty()) {
            map.put(name, text);
        }
    }
}
