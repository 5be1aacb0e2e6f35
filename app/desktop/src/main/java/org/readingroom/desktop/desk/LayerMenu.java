package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.VoiChoice;

/// The menu of what the file wants over its pictures and taken off them; filled each time it opens, for the active
/// view.
final class LayerMenu {
    private LayerMenu() {}

    static MenuButton fill(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        menu.setOnShowing(e -> items(menu, desk, commands, words));
        items(menu, desk, commands, words);
        return menu;
    }

    /// The windows and tables of the file and the whole range, as lines of another menu.
    static List<CheckMenuItem> windows(ReadingDeskModel desk, Words words) {
        ViewportModel view = desk.activeProperty().get();
        OpenSet open = view.setProperty().get();
        if (open == null) {
            return List.of();
        }
        ImageFrame frame =
                view.frame().orElseGet(() -> open.displaySet().frames().getFirst());
        List<VoiChoice> choices = LayerCommands.choices(frame, open.displaySet().modality());
        int chosen = LayerCommands.chosen(choices, open.presentationProperty().get());
        CornerText text = new CornerText(words.messagesProperty().get());
        List<CheckMenuItem> items = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            VoiChoice choice = choices.get(i);
            String name = choice instanceof VoiChoice.OfFile file
                    ? words.get("desk.preset.of-file", text.window(file.sample()), file.explanation())
                    : words.get("desk.corner.whole-range");
            CheckMenuItem item = new CheckMenuItem(name.strip());
            item.setSelected(i == chosen);
            item.setOnAction(e -> {
                desk.focusActive();
                view.data(choice::on);
            });
            items.add(item);
        }
        return items;
    }

    private static void items(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        ViewportModel view = desk.activeProperty().get();
        OpenSet open = view.setProperty().get();
        DataPresentation data =
                open == null ? OpenSet.AS_TAKEN : open.presentationProperty().get();
        Predicate<String> isOn = id -> switch (id) {
            case "overlays" -> data.layers().overlays();
            case "shutter" -> data.layers().shutter();
            default -> view.frame().map(data::subtracts).orElse(false);
        };
        menu.getItems().clear();
        for (String id : List.of("overlays", "shutter", "mask")) {
            Command command = commands.get("desk." + id);
            if (command == null) {
                continue;
            }
            CheckMenuItem item = new CheckMenuItem(words.get(command.titleKey()));
            item.setSelected(isOn.test(id));
            item.setDisable(open == null || id.equals("mask") && view.frame().isEmpty());
            item.setOnAction(e -> {
                desk.focusActive();
                command.action().run();
            });
            menu.getItems().add(item);
        }
    }
}
