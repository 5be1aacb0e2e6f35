package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Words;

/// The menu of playing: start and pause, faster and slower, in which order; filled each time it opens.
final class CineMenu {
    private CineMenu() {}

    /// `commands` by their id.
    static MenuButton button(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        menu.setOnShowing(e -> fill(menu, desk, commands, words));
        fill(menu, desk, commands, words);
        return menu;
    }

    private static void fill(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        Cine cine = desk.activeProperty().get().cine();
        menu.getItems().clear();
        for (String id : List.of("desk.cine-play", "desk.cine-faster", "desk.cine-slower")) {
            Command command = commands.get(id);
            if (command != null) {
                menu.getItems().add(item(command, words));
            }
        }
        menu.getItems().add(typedRate(cine, words));
        menu.getItems().add(new SeparatorMenuItem());
        for (String id : List.of("cine-first", "cine-last", "cine-all", "cine-in-step")) {
            Command command = commands.get("desk." + id);
            if (command != null) {
                menu.getItems().add(item(command, words));
            }
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (CineOrder order : CineOrder.values()) {
            CheckMenuItem item = new CheckMenuItem(words.get(order.messageKey()));
            item.setSelected(cine.order() == order);
            item.setOnAction(e -> cine.order(order));
            menu.getItems().add(item);
        }
    }

    /// A field for pictures a second; Enter takes them, what is no number is left alone.
    private static MenuItem typedRate(Cine cine, Words words) {
        TextField field = new TextField();
        field.setId("cine-rate");
        field.setPrefColumnCount(4);
        field.promptTextProperty().bind(words.text("desk.cine.rate"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desk.cine.rate-tip"));
        field.setTooltip(tip);
        field.accessibleTextProperty().bind(tip.textProperty());
        CustomMenuItem item = new CustomMenuItem(field, false);
        field.setOnAction(event -> number(field.getText()).ifPresent(rate -> {
            cine.rate(rate);
            item.getParentPopup().hide();
        }));
        return item;
    }

    private static OptionalDouble number(String typed) {
        try {
            double rate = Double.parseDouble(typed.strip().replace(',', '.'));
            return rate > 0 && Double.isFinite(rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static MenuItem item(Command command, Words words) {
        MenuItem item = new MenuItem(CommandTips.line(command, words));
        item.setDisable(!command.isPossible());
        item.setOnAction(e -> command.action().run());
        return item;
    }
}
