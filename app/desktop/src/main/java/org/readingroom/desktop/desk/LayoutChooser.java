package org.readingroom.desktop.desk;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.viewport.Layout;

/// A grid of cells: those between the upper left corner and the pointer are the layout that a click chooses.
///
/// Arrow keys and Enter do the same.
// [impl->req~desk.layouts~1]
final class LayoutChooser extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIDE = 26;

    private final ReadingDeskModel desk;
    private final MenuButton menu;
    private final Region[][] cells = new Region[Layout.MOST_ROWS][Layout.MOST_COLUMNS];
    private final Label name = new Label();
    private Layout pointed = Layout.ONE;

    private LayoutChooser(MenuButton menu, ReadingDeskModel desk, Words words) {
        this.menu = menu;
        this.desk = desk;
        getStyleClass().add("desk-layouts");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("desk-layouts-grid");
        for (int row = 0; row < Layout.MOST_ROWS; row++) {
            for (int column = 0; column < Layout.MOST_COLUMNS; column++) {
                Layout layout = new Layout(row + 1, column + 1);
                Region cell = new Region();
                cell.getStyleClass().add("desk-layouts-cell");
                cell.setMinSize(SIDE, SIDE);
                cell.setId("layout-cell-" + layout.label());
                cell.setOnMouseEntered(e -> point(layout));
                cell.setOnMouseClicked(e -> choose());
                cells[row][column] = cell;
                grid.add(cell, column, row);
            }
        }
        name.getStyleClass().add("desk-layouts-name");
        name.textProperty().bind(words.text("desk.layouts.hint"));
        getChildren().addAll(grid, name);
    }

    /// Fills `menu` with the grid and, below, what else can be done to the layout.
    static MenuButton fill(MenuButton menu, ReadingDeskModel desk, Map<String, Command> commands, Words words) {
        LayoutChooser chooser = new LayoutChooser(menu, desk, words);
        menu.setId("desk-layout-menu");
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.layoutProperty().get().label(), desk.layoutProperty()));
        CustomMenuItem grid = new CustomMenuItem(chooser, false);
        grid.getStyleClass().add("desk-layouts-item");
        Runnable fill = () -> {
            menu.getItems().setAll(grid, new SeparatorMenuItem());
            Command tile = commands.get("desk.tile-images");
            if (tile != null) {
                menu.getItems().add(CineMenu.item(tile, words));
            }
        };
        fill.run();
        menu.setOnShowing(e -> {
            fill.run();
            chooser.point(desk.layoutProperty().get());
        });
        menu.setOnShown(e -> {
            if (grid.getParentPopup() != null) {
                grid.getParentPopup().addEventFilter(KeyEvent.KEY_PRESSED, chooser::key);
            }
        });
        menu.setOnHidden(e -> {
            if (grid.getParentPopup() != null) {
                grid.getParentPopup().removeEventFilter(KeyEvent.KEY_PRESSED, chooser::key);
            }
        });
        return menu;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(0, -1);
            case RIGHT -> step(0, 1);
            case UP -> step(-1, 0);
            case DOWN -> step(1, 0);
            case ENTER, SPACE -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int rows, int columns) {
        point(new Layout(
                Math.clamp(pointed.rows() + rows, 1, Layout.MOST_ROWS),
                Math.clamp(pointed.columns() + columns, 1, Layout.MOST_COLUMNS)));
    }

    private void point(Layout layout) {
        pointed = layout;
        for (int row = 0; row < Layout.MOST_ROWS; row++) {
            for (int column = 0; column < Layout.MOST_COLUMNS; column++) {
                cells[row][column].pseudoClassStateChanged(CHOSEN, row < layout.rows() && column < layout.columns());
            }
        }
    }

    private void choose() {
        menu.hide();
        desk.arrange(pointed);
        desk.focusActive();
    }
}
