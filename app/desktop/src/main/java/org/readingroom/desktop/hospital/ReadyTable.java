package org.readingroom.desktop.hospital;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.PatientWords;

/// The cases to be read, one a row, with how much of each is here.
///
/// **Thread:** FX.
final class ReadyTable extends TableView<ReadyRow> {
    private final Words words;
    private int chosen;

    /// `bring` is done for the row that Enter or two clicks choose.
    ReadyTable(ReadyModel model, Words words, Consumer<ReadyRow> bring) {
        this.words = words;
        setId("ready-list");
        setItems(model.rows());
        setPrefHeight(420);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(state());
        column("list", 72, row -> words.get(row.isMine() ? "desktop.ready.mine" : "desktop.ready.room"));
        column("name", 130, row -> PatientWords.name(words, row.row().patient()));
        column("patient", 160, row -> PatientWords.facts(words, row.row()));
        column("modality", 72, row -> row.row().modality());
        column("size", 84, row -> row.bytes() == 0 ? "" : ByteWords.of(row.bytes()));
        column("study", 200, row -> row.row().description());
        setRowFactory(view -> {
            TableRow<ReadyRow> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                    bring.accept(row.getItem());
                }
            });
            return row;
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(bring);
                event.consume();
            }
        });
        getSelectionModel().selectedIndexProperty().subscribe((before, now) -> {
            if (now.intValue() >= 0) {
                chosen = now.intValue();
            }
        });
        // a row is another object when it stands otherwise, and the table lets go of it
        model.rows().addListener((ListChangeListener<ReadyRow>) change -> {
            if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
                getSelectionModel().select(Math.min(chosen, getItems().size() - 1));
            }
        });
    }

    Optional<ReadyRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private TableColumn<ReadyRow, ReadyRow> state() {
        return titled("state", 290, () -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ReadyRow row, boolean empty) {
                super.updateItem(row, empty);
                getStyleClass().removeAll("done", "attention", "critical", "quiet", "plain");
                if (empty || row == null) {
                    setText(null);
                    setGraphic(null);
                    setTooltip(null);
                    return;
                }
                ReadyWords.State state = ReadyWords.state(words, row);
                getStyleClass().addAll(state.tone());
                if (!getStyleClass().contains("ready-state")) {
                    getStyleClass().add("ready-state");
                }
                setText(state.text());
                setGraphic(state.icon() == null ? null : Icons.of(state.icon(), state.tone()));
                // what is cut off in a narrow column is read here
                setTooltip(new Tooltip(state.tip()));
            }
        });
    }

    private void column(String name, double width, Function<ReadyRow, String> shown) {
        getColumns().add(titled(name, width, () -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ReadyRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : shown.apply(row));
            }
        }));
    }

    private interface Cells {
        TableCell<ReadyRow, ReadyRow> make();
    }

    private TableColumn<ReadyRow, ReadyRow> titled(String name, double width, Cells cells) {
        TableColumn<ReadyRow, ReadyRow> column = new TableColumn<>();
        column.textProperty().bind(words.text("desktop.ready.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 72));
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cells.make());
        return column;
    }
}
