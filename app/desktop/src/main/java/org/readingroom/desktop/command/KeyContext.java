package org.readingroom.desktop.command;

import java.util.Locale;

/// Where a key is heard, which is also the group its command is listed under.
///
/// Those of pictures are heard while a view has the keyboard; the others everywhere in the window, pictures included,
/// and
/// so no two commands may share a key.
public enum KeyContext {
    PICTURES,
    MARKS,
    OBJECTS,
    REPORT,
    WINDOW,
    PLUGINS;

    public static KeyContext of(String commandId) {
        if (commandId.startsWith("desk.tools.")) {
            return MARKS;
        } else if (commandId.startsWith("desk.")) {
            return PICTURES;
        } else if (commandId.startsWith("objects.") || commandId.startsWith("key-image")) {
            return OBJECTS;
        } else if (commandId.startsWith("report.")) {
            return REPORT;
        }
        return commandId.startsWith("plugin.") ? PLUGINS : WINDOW;
    }

    public boolean isOfPictures() {
        return this == PICTURES || this == MARKS || this == OBJECTS;
    }

    public String messageKey() {
        return "desktop.hands.group." + name().toLowerCase(Locale.ROOT);
    }
}
