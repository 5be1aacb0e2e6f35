package org.readingroom.desktop.boot;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.importing.ImportDoor;
import org.readingroom.desktop.shell.Place;

/// What the window itself can be told to do: its places, import, settings, help, lock.
record ShellCommands(ObjectProperty<Place> place, ShellSheets sheets, Runnable refresh, Runnable lock, Runnable leave) {
    private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};

    /// `importButton` is where the menu of imports opens.
    void addTo(CommandRegistry commands, ImportDoor imports, Supplier<Node> importButton, Runnable settings) {
        CommandList list = new CommandList(commands);
        for (Place one : Place.values()) {
            list.add(
                    "place." + one.name().toLowerCase(Locale.ROOT),
                    Shortcuts.key(DIGITS[one.ordinal()], KeyCombination.ALT_DOWN),
                    () -> {
                        sheets.close();
                        place.set(one);
                    });
        }
        list.add("import", Shortcuts.ctrl(KeyCode.O), () -> imports.ask(importButton.get()));
        list.add("import.folder", null, imports::askFolder);
        list.add("import.files", null, imports::askFiles);
        list.add("refresh", Shortcuts.key(KeyCode.F5), refresh);
        list.add("settings", Shortcuts.ctrl(KeyCode.COMMA), settings);
        list.add("language", Shortcuts.key(KeyCode.F2, KeyCombination.SHIFT_DOWN), sheets::otherLanguage);
        list.add("palette", Shortcuts.ctrl(KeyCode.K), sheets::palette);
        list.add("help", Shortcuts.key(KeyCode.F1), () -> sheets.help(place.get()));
        list.add("lock", Shortcuts.ctrl(KeyCode.L), lock);
        list.add("sign-out", null, leave);
    }
}
