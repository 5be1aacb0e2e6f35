package org.readingroom.desktop.hands;

import java.util.EnumMap;
import java.util.Map;

/// What each move of the mouse does; only what differs from the usual is kept.
// [impl->req~desk.mouse-map~1]
public record MouseMap(Map<MouseMove, MouseAct> changes) {
    public static final MouseMap USUAL = new MouseMap(Map.of());

    /// **Errors:** [IllegalArgumentException] for what a move cannot do.
    public MouseMap {
        Map<MouseMove, MouseAct> kept = new EnumMap<>(MouseMove.class);
        changes.forEach((move, act) -> {
            if (!move.choices().contains(act)) {
                throw new IllegalArgumentException(move + " cannot " + act);
            }
            if (act != move.usual()) {
                kept.put(move, act);
            }
        });
        changes = Map.copyOf(kept);
    }

    public MouseAct act(MouseMove move) {
        return changes.getOrDefault(move, move.usual());
    }

    public MouseMap with(MouseMove move, MouseAct act) {
        Map<MouseMove, MouseAct> next = new EnumMap<>(MouseMove.class);
        next.putAll(changes);
        next.put(move, act);
        return new MouseMap(next);
    }
}
