package org.readingroom.desktop.hands;

import java.util.HashMap;
import java.util.Map;

/// What a person changed of a profile: keys by command, empty for none, and the mouse.
public record Hands(Map<String, String> keys, MouseMap mouse) {
    public static final Hands UNCHANGED = new Hands(Map.of(), MouseMap.USUAL);

    public Hands {
        keys = Map.copyOf(keys);
    }

    Hands withKey(String command, String key) {
        Map<String, String> next = new HashMap<>(keys);
        next.put(command, key);
        return new Hands(next, mouse);
    }

    Hands withoutKey(String command) {
        Map<String, String> next = new HashMap<>(keys);
        next.remove(command);
        return new Hands(next, mouse);
    }

    Hands withMouse(MouseMap wanted) {
        return new Hands(keys, wanted);
    }
}
