package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;

/// The menu of linking: every switch, and what joins two places; filled each time it opens.
final class LinkMenu {
    private LinkMenu() {}

    /// `commands` by their id.
    static MenuButton button(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        menu.setId("link-menu");
        menu.setOnShowing(e -> fill(menu, desk, commands, words));
        fill(menu, desk, commands, words);
        return menu;
    }

    private static void fill(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        LinkSwitches switches = desk.links().switches();
        menu.getItems().clear();
        check(menu, commands.get("desk.link"), switches.onProperty(), words);
        menu.getItems().add(new SeparatorMenuItem());
        for (LinkSwitches.Part part : switches.parts()) {
            check(menu, commands.get("desk.link-" + part.name()), part.on(), words);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (String id :
                List.of("desk.link-same-place", "desk.reference-lines", "desk.localizer-lines", "desk.cursor-3d")) {
            Command command = commands.get(id);
            if (command != null) {
                menu.getItems().add(CineMenu.item(command, words));
            }
        }
    }

    private static void check(
            MenuButton menu, @org.jspecify.annotations.Nullable Command command, BooleanProperty on, Words words) {
        if (command == null) {
            return;
        }
        MenuItem plain = CineMenu.item(command, words);
        CheckMenuItem item = new CheckMenuItem(plain.getText());
        item.setSelected(on.get());
        item.setDisable(plain.isDisable());
        item.setOnAction(e -> command.action().run());
        menu.getItems().add(item);
    }
}
