package org.readingroom.desktop.hands;

import java.util.Arrays;
import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.Shortcuts;

/// What a command is found by: its name in both languages, its id and its key.
final class CommandWords {
    private final Messages chinese = Messages.of(Locale.SIMPLIFIED_CHINESE);
    private final Messages english = Messages.of(Locale.ENGLISH);

    /// Whether every word of `typed` is part of what `command` is found by.
    boolean isMeant(Command command, String typed) {
        String text = String.join(
                        "\n",
                        chinese.get(command.titleKey()),
                        english.get(command.titleKey()),
                        command.id(),
                        Shortcuts.shown(command.shortcut()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(text::contains);
    }
}
