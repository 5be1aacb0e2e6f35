package org.readingroom.desktop.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Which key tells which command: what the person wants, then the profile, then what commands were made with.
///
/// Whatever shows or hears a key reads it from its command, which is told here and nowhere else. A key that one command
/// was given is taken from the command that was made with it; nothing ever shares a key.
///
/// **Thread:** FX.
// [impl->req~desk.key-map~1]
public final class KeyMap {
    private final Map<String, Command> commands = new LinkedHashMap<>();
    /// By command; an empty text takes the key away.
    private Map<String, String> profile = Map.of();
    private Map<String, String> wanted = Map.of();

    /// Takes over the keys of `profile` and over them those the person wants: names of keys by command, empty for none.
    /// Commands need not be there yet; names that are no keys are passed over.
    public void use(Map<String, String> newProfile, Map<String, String> newWanted) {
        profile = Map.copyOf(newProfile);
        wanted = Map.copyOf(newWanted);
        tell();
    }

    void add(Command command) {
        commands.put(command.id(), command);
        tell();
    }

    void remove(String id) {
        Command gone = commands.remove(id);
        if (gone != null) {
            gone.hear(gone.builtIn());
            tell();
        }
    }

    /// Who has `key` now.
    public Optional<Command> holder(KeyCombination key) {
        return commands.values().stream()
                .filter(command -> Shortcuts.shown(key).equals(Shortcuts.shown(command.shortcut())))
                .findFirst();
    }

    /// The key that `command` has when the person wants nothing.
    public @Nullable KeyCombination ofProfile(Command command) {
        return resolve(profile, Map.of()).get(command.id());
    }

    private void tell() {
        Map<String, KeyCombination> keys = resolve(profile, wanted);
        // taken away first, so that no listener sees two commands on one key
        List.copyOf(commands.values()).stream()
                .filter(command -> keys.get(command.id()) == null)
                .forEach(command -> command.hear(null));
        List.copyOf(commands.values()).forEach(command -> command.hear(keys.get(command.id())));
    }

    /// Wishes go first, the profile next, what commands were made with last; who comes late to a key goes without.
    private Map<String, KeyCombination> resolve(Map<String, String> base, Map<String, String> over) {
        Map<String, KeyCombination> keys = new HashMap<>();
        // as a hand presses them: Ctrl is the shortcut key where the system says so
        Set<String> taken = new HashSet<>();
        Set<String> settled = new HashSet<>();
        for (Map<String, String> layer : List.of(over, base)) {
            for (String id : commands.keySet()) {
                String name = layer.get(id);
                if (name != null && settled.add(id)) {
                    Shortcuts.parse(name)
                            .filter(key -> taken.add(Shortcuts.shown(key)))
                            .ifPresent(key -> keys.put(id, key));
                }
            }
        }
        for (Command command : commands.values()) {
            KeyCombination key = command.builtIn();
            if (!settled.contains(command.id()) && key != null && taken.add(Shortcuts.shown(key))) {
                keys.put(command.id(), key);
            }
        }
        return keys;
    }
}
