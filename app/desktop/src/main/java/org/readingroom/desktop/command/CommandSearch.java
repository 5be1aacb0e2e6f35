package org.readingroom.desktop.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.readingroom.assets.Messages;
import org.readingroom.services.reading.SpokenWords;

/// What a command is found by: its name in both languages, pinyin and its first letters, its id and its key.
///
/// **Thread:** FX.
// [impl->req~desk.palette~1]
public final class CommandSearch {
    private final Messages chinese = Messages.of(Locale.SIMPLIFIED_CHINESE);
    private final Messages english = Messages.of(Locale.ENGLISH);
    private final SpokenWords spoken = new SpokenWords();
    private final Map<String, String> spelled = new HashMap<>();

    /// Whether every word of `typed` is part of what `command` is found by.
    public boolean isMeant(Command command, String typed) {
        String text = String.join(
                        "\n",
                        spelled.computeIfAbsent(command.titleKey(), this::spell),
                        command.id(),
                        Shortcuts.shown(command.shortcut()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(text::contains);
    }

    private String spell(String titleKey) {
        String name = chinese.get(titleKey);
        String syllables = spoken.syllables(name);
        return String.join(
                "\n", name, english.get(titleKey), syllables, syllables.replace(" ", ""), spoken.initials(name));
    }
}
