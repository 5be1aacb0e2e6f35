package org.readingroom.desktop.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.readingroom.desktop.fx.Words;

/// Tooltips that name what a control does and its key, and follow both.
///
/// **Thread:** FX.
public final class CommandTips {
    private CommandTips() {}

    /// The name of `command` with its key, when it has one.
    public static String line(Command command, Words words) {
        String name = words.get(command.titleKey());
        return command.shortcut() == null ? name : words.get("desk.tip.key", name, Shortcuts.shown(command.shortcut()));
    }

    /// Tells of `command` at `control`, to whoever sees and to whoever hears.
    public static void install(Control control, Command command, Words words) {
        show(control, Bindings.createStringBinding(() -> line(command, words), followed(words, command)));
    }

    /// Tells the words `tipKey` at `control`, with the keys of `commands` after them.
    public static void install(Control control, String tipKey, Words words, Command... commands) {
        show(control, Bindings.createStringBinding(() -> line(tipKey, words, commands), followed(words, commands)));
    }

    private static String line(String tipKey, Words words, Command... commands) {
        String keys = Arrays.stream(commands)
                .map(command -> Shortcuts.shown(command.shortcut()))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? words.get(tipKey) : words.get("desk.tip.key", words.get(tipKey), keys);
    }

    private static Observable[] followed(Words words, Command... commands) {
        return Stream.concat(
                        Stream.of(words.messagesProperty()),
                        Arrays.stream(commands).map(Command::shortcutProperty))
                .toArray(Observable[]::new);
    }

    private static void show(Control control, StringBinding text) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(text);
        control.setTooltip(tip);
        control.accessibleTextProperty().bind(tip.textProperty());
    }
}
