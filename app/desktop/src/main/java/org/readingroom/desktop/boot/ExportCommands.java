package org.readingroom.desktop.boot;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.exporting.ExportDesk;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.settings.WindowMemory;

/// The ways out of the desk, by key.
///
/// **Thread:** FX.
final class ExportCommands {
    private ExportCommands() {}

    static void add(
            CommandRegistry registry,
            Surroundings around,
            ReadPlace read,
            PictureMaker maker,
            SheetLayer sheets,
            WindowMemory memory) {
        ExportDesk exports = new ExportDesk(
                around.session(),
                read.desk(),
                read.deskView(),
                maker,
                sheets,
                around.lanes(),
                around.status(),
                around.words(),
                memory);
        BooleanBinding isOpen = Bindings.isNotEmpty(read.desk().sets());
        CommandList commands = new CommandList(registry);
        commands.add("export", Shortcuts.ctrl(KeyCode.E), isOpen, exports::open);
        commands.add(
                "export.copy",
                Shortcuts.key(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                isOpen,
                exports::copyView);
    }
}
