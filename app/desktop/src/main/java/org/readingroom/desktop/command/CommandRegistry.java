package org.readingroom.desktop.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// Every command of the window, in the order the palette shows them.
///
/// **Thread:** FX.
public final class CommandRegistry {
    /// Heard over an open sheet too: they act on the window, or lay the sheet down first; none on what it covers.
    private static final Set<String> OVER_SHEETS = Set.of(
            "help", "language", "lock", "palette", "place.list", "place.out", "place.read", "window.full-screen");

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final KeyMap keys = new KeyMap();
    private BooleanSupplier isCovered = () -> false;

    /// Which key tells which command.
    public KeyMap keys() {
        return keys;
    }

    /// **Errors:** [IllegalArgumentException] when the id is taken, or the key it was made with: of two commands on one
    /// key one would never be heard.
    // [impl->req~desk.one-key-one-command~1]
    public void add(Command command) {
        for (Command other : commands.values()) {
            if (command.builtIn() != null && command.builtIn().equals(other.builtIn())) {
                throw new IllegalArgumentException(
                        command.id() + " and " + other.id() + " share the key " + command.builtIn());
            }
        }
        if (commands.putIfAbsent(command.id(), command) != null) {
            throw new IllegalArgumentException("command " + command.id() + " is registered twice");
        }
        keys.add(command);
    }

    public void remove(String id) {
        commands.remove(id);
        keys.remove(id);
    }

    public List<Command> all() {
        return List.copyOf(commands.values());
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    /// While `isSheetOpen` no key reaches through the sheet to what it covers: only the window's own are heard.
    // [impl->req~desk.sheet-keys~1]
    public void coverWhile(BooleanSupplier isSheetOpen) {
        isCovered = isSheetOpen;
    }

    /// Does what `id` names, when it can be done now; returns whether it was.
    public boolean run(String id) {
        Optional<Command> command = find(id).filter(Command::isPossible);
        command.ifPresent(c -> c.action().run());
        return command.isPresent();
    }

    /// Does what the key asks for, when a command has that shortcut and can be done now. Where text is typed,
    /// letters stay letters: only keys with Ctrl or Alt and the function keys are taken.
    public boolean handle(KeyEvent event) {
        boolean typing = event.getTarget() instanceof Node node && node.getInputMethodRequests() != null;
        boolean letter = !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && !event.getCode().isFunctionKey();
        if (typing && letter) {
            return false;
        }
        for (Command command : all()) {
            if (command.isAskedBy(event) && (OVER_SHEETS.contains(command.id()) || !isCovered.getAsBoolean())) {
                command.action().run();
                return true;
            }
        }
        return false;
    }
}
