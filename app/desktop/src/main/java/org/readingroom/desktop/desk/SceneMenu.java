package org.readingroom.desktop.desk;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;

/// The menu of a volume seen from outside; filled each time it opens, for the active view.
final class SceneMenu {
    private SceneMenu() {}

    static MenuButton fill(MenuButton menu, ReadingDeskModel desk, Words words) {
        menu.setOnShowing(e -> items(menu, desk, words));
        items(menu, desk, words);
        return menu;
    }

    private static void items(MenuButton menu, ReadingDeskModel desk, Words words) {
        menu.getItems().clear();
        ViewportModel view = desk.activeProperty().get();
        SceneLook now = view.modeProperty().get() instanceof ViewMode.Scene scene ? scene.look() : null;
        CheckMenuItem shown = new CheckMenuItem(words.get("desk.command.scene"));
        shown.setSelected(now != null);
        shown.setOnAction(e -> Arrangements.toggleScene(view));
        menu.getItems().add(shown);
        if (now == null) {
            return;
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (String preset :
                SceneLook.presets(desk.activeSet().map(DisplaySet::modality).orElse(""))) {
            CheckMenuItem item = new CheckMenuItem(words.get(ModeText.presetKey(preset)));
            item.setSelected(preset.equals(now.preset()));
            item.setOnAction(e -> view.scene((look, volume) -> look.withPreset(preset)));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        CheckMenuItem light = new CheckMenuItem(words.get("desk.command.scene-light"));
        light.setSelected(now.isShaded());
        light.setOnAction(e -> view.scene((look, volume) -> look.withShading(!look.isShaded())));
        CheckMenuItem box = new CheckMenuItem(words.get("desk.command.scene-box"));
        box.setSelected(now.showsBox());
        box.setOnAction(e -> view.scene((look, volume) -> look.withBox(!look.showsBox())));
        CheckMenuItem whole = new CheckMenuItem(words.get("desk.command.scene-whole"));
        whole.setSelected(now.clip() == null);
        whole.setOnAction(e -> view.scene((look, volume) -> look.withClip(null)));
        CheckMenuItem scissors = new CheckMenuItem(words.get("desk.command.scene-cut"));
        scissors.setSelected(now.takesScissors());
        scissors.setOnAction(e -> view.scene((look, volume) -> look.withScissors(!look.takesScissors())));
        MenuItem back = new MenuItem(words.get("desk.command.scene-uncut"));
        back.setDisable(now.cuts().isEmpty());
        back.setOnAction(e -> view.scene((look, volume) -> look.uncut()));
        menu.getItems().addAll(light, box, whole, scissors, back);
    }
}
