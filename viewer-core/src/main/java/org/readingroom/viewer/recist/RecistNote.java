package org.readingroom.viewer.recist;

import java.util.List;

/// What a reader must know about a table: a message key and what goes into it.
public record RecistNote(String key, List<String> arguments) {
    public RecistNote {
        arguments = List.copyOf(arguments);
    }

    static RecistNote of(String key, String... arguments) {
        return new RecistNote("viewer.recist." + key, List.of(arguments));
    }
}
