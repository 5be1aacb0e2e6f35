package org.readingroom.desktop.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// The rail at the left: the three places, import and settings.
final class RailView extends VBox {
    private final Words words;
    private final CommandRegistry commands;

    RailView(ShellViewModel model, CommandRegistry commands, Words words) {
        this.words = words;
        this.commands = commands;
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            String name = place.name().toLowerCase(java.util.Locale.ROOT);
            ToggleButton button = new ToggleButton();
            button.setToggleGroup(group);
            dress(button, "place." + name, icon(place));
            model.placeProperty().subscribe(now -> button.setSelected(now == place));
            button.setOnAction(event -> {
                commands.run("place." + name);
                button.setSelected(model.placeProperty().get() == place);
            });
            getChildren().add(button);
        }
        Region gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        gap,
                        button("import", MaterialDesignT.TRAY_ARROW_DOWN),
                        button("settings", MaterialDesignC.COG_OUTLINE));
    }

    private Button button(String command, Ikon icon) {
        Button button = new Button();
        dress(button, command, icon);
        button.setOnAction(event -> commands.run(command));
        return button;
    }

    private void dress(ButtonBase button, String command, Ikon icon) {
        button.setId("rail-" + command.replace('.', '-'));
        button.setGraphic(Icons.of(icon));
        button.textProperty().bind(words.text("desktop.rail." + command));
        commands.find(command).ifPresent(known -> CommandTips.install(button, known, words));
    }

    private static Ikon icon(Place place) {
        return switch (place) {
            case LIST -> MaterialDesignF.FORMAT_LIST_BULLETED;
            case READ -> MaterialDesignM.MONITOR_EYE;
            case OUT -> MaterialDesignL.LOCATION_EXIT;
        };
    }
}
