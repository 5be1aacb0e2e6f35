package org.readingroom.desktop.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.Words;

/// Help for where the person is: a few lines of words, then every key that works here.
public final class HelpView extends ScrollPane {
    public static final double WIDTH = 720;

    public HelpView(Place place, CommandRegistry commands, Words words) {
        setId("help");
        setFitToWidth(true);
        setFocusTraversable(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Label about = new Label(words.get("desktop.help." + place.name().toLowerCase(java.util.Locale.ROOT)));
        about.setWrapText(true);
        GridPane grid = new GridPane(24, 0);
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        List<Command> keyed = commands.all().stream()
                .filter(command -> command.shortcut() != null && command.isPossible())
                .toList();
        int half = (keyed.size() + 1) / 2;
        for (int i = 0; i < keyed.size(); i++) {
            grid.add(line(keyed.get(i), words), i / Math.max(1, half), i % Math.max(1, half));
        }
        VBox body = new VBox(12, about, grid);
        body.getStyleClass().add("sheet-body");
        setContent(body);
    }

    /// Wrapped words need the width to know their height; a scroll pane does not ask with it.
    @Override
    protected double computePrefHeight(double width) {
        return getContent().prefHeight(width > 0 ? width : WIDTH) + 2;
    }

    private static Region line(Command command, Words words) {
        Label title = new Label(words.get(command.titleKey()));
        title.getStyleClass().add("dense");
        Region gap = new Region();
        javafx.scene.layout.HBox.setHgrow(gap, Priority.ALWAYS);
        Label keys = new Label(Shortcuts.shown(command.shortcut()));
        keys.getStyleClass().addAll("accent", "dense");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        javafx.scene.layout.HBox line = new javafx.scene.layout.HBox(8, title, gap, keys);
        line.setMinHeight(24);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}
