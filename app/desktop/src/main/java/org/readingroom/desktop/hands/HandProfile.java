package org.readingroom.desktop.hands;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keys to begin with: this program's own, or those of what people come from.
///
/// A command that a profile does not name keeps its own key, unless the profile gives that to another.
public enum HandProfile {
    READING_ROOM(Map.of()),

    /// **Source:** hot keys of `DefaultsOsiriX.m`, github.com/horosproject/horos, Horos/Sources.
    HOROS(Map.ofEntries(
            Map.entry("rotate", "I"),
            Map.entry("invert", "Shift+I"),
            Map.entry("flip-vertical", "V"),
            Map.entry("flip-horizontal", "H"),
            Map.entry("tools.length", "L"),
            Map.entry("tools.angle", "A"),
            Map.entry("tools.ellipse", "E"),
            Map.entry("tools.text", "T"),
            Map.entry("tools.arrow", "Q"),
            Map.entry("tools.polyline", "O"),
            Map.entry("tools.polygon", "C"),
            Map.entry("tools.freehand", "D"),
            Map.entry("tools.probe", "P"),
            Map.entry("cine-play", "Space"),
            Map.entry("slab", "R"),
            Map.entry("next-plane", "W"),
            Map.entry("palette", "Shift+D"))),

    /// **Source:** `hotkeyBindings.js`, github.com/OHIF/Viewers, platform/core/src/defaults.
    OHIF(Map.ofEntries(
            Map.entry("fit", "Equals"),
            Map.entry("rotate", "R"),
            Map.entry("flip-horizontal", "H"),
            Map.entry("flip-vertical", "V"),
            Map.entry("cine-play", "C"),
            Map.entry("invert", "I"),
            Map.entry("next-view", "Right"),
            Map.entry("previous-set", "Page Up"),
            Map.entry("next-set", "Page Down"),
            Map.entry("page-up", "Shift+Page Up"),
            Map.entry("page-down", "Shift+Page Down"),
            Map.entry("next-slice", "Down"),
            Map.entry("previous-slice", "Up"),
            Map.entry("first-slice", "Home"),
            Map.entry("last-slice", "End"),
            Map.entry("reset", "Space"),
            Map.entry("tools.delete", "Backspace")));

    @SuppressWarnings("ImmutableEnumChecker") // the collector gives a map that nobody can change
    private final Map<String, String> keys;

    /// By command of the desk, without what all of these begin with.
    HandProfile(Map<String, String> deskKeys) {
        this.keys = deskKeys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> "desk." + entry.getKey(), Map.Entry::getValue));
    }

    /// Names of keys by command.
    public Map<String, String> keys() {
        return keys;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<HandProfile> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst();
    }

    public String messageKey() {
        return "desktop.hands.profile." + id();
    }
}
