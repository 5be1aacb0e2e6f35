package org.readingroom.desktop.hanging;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.ProtocolChoice.Match;

/// All protocols, those that fit first with the reason, and what else can be done with them; filled
/// each time it opens.
final class HangingMenu {
    private final MenuButton button = new MenuButton();
    private final HangingModel model;
    private final HangingShelfActions shelf;
    private final List<Command> commands;
    private final Words words;
    private final HangingWords says;

    HangingMenu(HangingModel model, HangingShelfActions shelf, List<Command> commands, Words words) {
        this.model = model;
        this.shelf = shelf;
        this.commands = List.copyOf(commands);
        this.words = words;
        this.says = new HangingWords(words);
        button.setId("desk-hanging-menu");
        button.setGraphic(Icons.of(MaterialDesignV.VIEW_QUILT_OUTLINE));
        button.getStyleClass().add("desk-menu");
        button.setFocusTraversable(false);
        button.setOnShowing(e -> fill());
        fill();
    }

    MenuButton button() {
        return button;
    }

    /// Tells the keys of those commands at the button.
    void tell(List<Command> keyed) {
        CommandTips.install(button, "desk.tip.hanging", words, keyed.toArray(Command[]::new));
    }

    void show() {
        button.show();
    }

    private void fill() {
        button.getItems().clear();
        boolean isFirstOther = true;
        for (Match match : model.choices()) {
            boolean fits = match.score() > 0 || !match.reasons().isEmpty();
            if (!fits && isFirstOther) {
                isFirstOther = false;
                button.getItems().add(new SeparatorMenuItem());
            }
            String name = says.name(match.protocol());
            RadioMenuItem item =
                    new RadioMenuItem(fits ? words.get("desk.hanging.choice", name, says.reasons(match)) : name);
            item.setSelected(model.current().filter(match.protocol()::equals).isPresent());
            item.setOnAction(e -> model.choose(match));
            button.getItems().add(item);
        }
        button.getItems().add(new SeparatorMenuItem());
        for (Command command : commands) {
            MenuItem item = new MenuItem(
                    command.shortcut() == null
                            ? words.get(command.titleKey())
                            : words.get(
                                    "desk.tip.key",
                                    words.get(command.titleKey()),
                                    Shortcuts.shown(command.shortcut())));
            item.setOnAction(e -> command.action().run());
            button.getItems().add(item);
        }
        CheckMenuItem onOpening = new CheckMenuItem(words.get("desk.hanging.on-opening"));
        onOpening.setSelected(shelf.hangsOnOpening());
        onOpening.setOnAction(e -> shelf.hangOnOpening(onOpening.isSelected()));
        button.getItems().add(onOpening);
    }
}
