package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.Processing;

/// The menus of fusion and image processing; filled each time they open, for the active view.
final class AdditionMenus {
    private AdditionMenus() {}

    static MenuButton fusion(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        menu.setOnShowing(e -> fillFusion(menu, desk, commands, words));
        fillFusion(menu, desk, commands, words);
        return menu;
    }

    private static void fillFusion(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        ViewAdditions additions = desk.activeProperty().get().additions();
        FusedSet now = additions.fusedProperty().get();
        menu.getItems().clear();
        CheckMenuItem none = new CheckMenuItem(words.get("desk.fusion.none"));
        none.setSelected(now == null);
        none.setOnAction(e -> additions.fusedProperty().set(null));
        menu.getItems().add(none);
        for (OpenSet partner : FusionPartners.of(desk)) {
            DisplaySet set = partner.displaySet();
            CheckMenuItem item = new CheckMenuItem((set.modality() + "  " + set.description()).strip());
            item.setSelected(now != null && now.set() == partner);
            item.setOnAction(e -> fuse(desk, partner));
            menu.getItems().add(item);
        }
        alignments(menu, commands, words);
        if (now != null) {
            menu.getItems().addAll(new SeparatorMenuItem(), opacity(additions, now, words));
            for (Palette palette : Palettes.all()) {
                CheckMenuItem item = new CheckMenuItem(words.get(palette.messageKey()));
                item.setSelected(now.palette().equals(palette));
                item.setOnAction(e -> change(additions, palette));
                menu.getItems().add(item);
            }
        }
    }

    private static void fuse(ReadingDeskModel desk, OpenSet partner) {
        ViewportModel view = desk.activeProperty().get();
        OpenSet base = view.setProperty().get();
        view.additions()
                .fusedProperty()
                .set(base == null ? FusedSet.over(partner) : desk.alignments().over(base, partner));
    }

    /// How the second series is aligned to the first, and back.
    private static void alignments(MenuButton menu, Map<String, Command> commands, Words words) {
        menu.getItems().add(new SeparatorMenuItem());
        for (String id : List.of("desk.align-points", "desk.align-values", "desk.align-back")) {
            Command command = commands.get(id);
            if (command != null) {
                menu.getItems().add(CineMenu.item(command, words));
            }
        }
    }

    private static void change(ViewAdditions additions, Palette palette) {
        @Nullable FusedSet now = additions.fusedProperty().get();
        if (now != null) {
            additions.fusedProperty().set(now.withPalette(palette));
        }
    }

    private static MenuItem opacity(ViewAdditions additions, FusedSet now, Words words) {
        Slider slider = new Slider(0, 1, now.opacity());
        slider.setPrefWidth(180);
        slider.setAccessibleText(words.get("desk.fusion.opacity"));
        slider.valueProperty().addListener((o, before, after) -> {
            FusedSet shown = additions.fusedProperty().get();
            if (shown != null) {
                additions.fusedProperty().set(shown.withOpacity(after.doubleValue()));
            }
        });
        CustomMenuItem item = new CustomMenuItem(slider, false);
        item.setId("fusion-opacity");
        return item;
    }

    static MenuButton processing(MenuButton menu, ReadingDeskModel desk, Words words) {
        menu.setOnShowing(e -> fillProcessing(menu, desk, words));
        fillProcessing(menu, desk, words);
        return menu;
    }

    private static void fillProcessing(MenuButton menu, ReadingDeskModel desk, Words words) {
        ViewAdditions additions = desk.activeProperty().get().additions();
        Processing now = additions.processingProperty().get();
        menu.getItems().clear();
        AdditionCommands.steps().forEach((name, step) -> {
            CheckMenuItem item = new CheckMenuItem(words.get("desk.command.process-" + name));
            item.setSelected(now.stepKeys().contains("viewer.processing." + name));
            item.setOnAction(e -> additions.processingProperty().set(step.apply(now)));
            menu.getItems().add(item);
        });
        MenuItem none = new MenuItem(words.get("desk.command.process-none"));
        none.setDisable(now.isNone());
        none.setOnAction(e -> additions.processingProperty().set(Processing.NONE));
        menu.getItems().addAll(new SeparatorMenuItem(), none);
    }
}
