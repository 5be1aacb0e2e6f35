package org.readingroom.desktop.boot;

import javafx.scene.input.KeyCode;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.hands.HandsModel;
import org.readingroom.desktop.hands.HandsView;
import org.readingroom.desktop.settings.WindowMemory;

/// The keys, mouse and wheel of the person signed in, and the sheet to change them.
///
/// **Thread:** FX.
final class HandsPlace {
    private final Surroundings around;
    private final SheetLayer sheets;
    private final HandsModel hands;

    HandsPlace(Surroundings around, SheetLayer sheets, CommandRegistry commands, WindowMemory memory) {
        this.around = around;
        this.sheets = sheets;
        this.hands = new HandsModel(commands, memory, around.session().user().loginName());
        new CommandList(commands).add("hands", Shortcuts.key(KeyCode.F12), this::show);
    }

    void guide(ReadingDeskModel desk) {
        desk.mouseMapProperty().bind(hands.mouseProperty());
    }

    private void show() {
        sheets.show("desktop.hands.title", new HandsView(hands, around.words(), around::tell), 980, 760);
    }
}
