package org.readingroom.desktop.command;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;

/// Every command with its keys; typing narrows, Enter does it.
public final class PaletteView extends VBox {
    private final TextField filter = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final ObservableList<Command> shown = FXCollections.observableArrayList();
    private final List<Command> commands;
    private final Words words;
    private final Runnable close;
    private final RecentCommands recent;
    private final CommandSearch search = new CommandSearch();

    /// Those in `recent` are shown first.
    public PaletteView(CommandRegistry registry, RecentCommands recent, Words words, Runnable close) {
        this.words = words;
        this.close = close;
        this.recent = recent;
        this.commands = recent.sorted(
                registry.all().stream().filter(Command::isPossible).toList());
        getStyleClass().add("palette");
        filter.setId("palette-filter");
        filter.promptTextProperty().bind(words.text("desktop.palette.filter"));
        list.setId("palette-list");
        list.setItems(shown);
        list.setFixedCellSize(28);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                act();
            }
        });
        setVgrow(list, Priority.ALWAYS);
        filter.textProperty().subscribe(this::narrow);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        getChildren().addAll(filter, list);
    }

    public void begin() {
        filter.requestFocus();
    }

    private void narrow(String typed) {
        shown.setAll(commands.stream()
                .filter(command -> search.isMeant(command, typed))
                .toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void press(KeyEvent event) {
        int index = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> move(index + 1);
            case UP -> move(index - 1);
            case PAGE_DOWN -> move(index + 10);
            case PAGE_UP -> move(index - 10);
            case ENTER -> act();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int index) {
        if (!shown.isEmpty()) {
            int to = Math.clamp(index, 0, shown.size() - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 5));
        }
    }

    private void act() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            recent.used(command);
            close.run();
            command.action().run();
        }
    }

    private final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(words.get(command.titleKey()));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label keys = new Label(Shortcuts.shown(command.shortcut()));
            keys.getStyleClass().addAll("quiet", "dense");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(8, title, gap, keys);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            line.setPrefWidth(0);
            setGraphic(line);
        }
    }
}
