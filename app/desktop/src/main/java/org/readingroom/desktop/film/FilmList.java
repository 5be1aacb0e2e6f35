package org.readingroom.desktop.film;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;

/// The pictures on the film in their order: dragged, or moved by Alt and the arrow keys, taken out by Delete.
final class FilmList extends ListView<FilmItem> {
    private static final DataFormat ITEM = new DataFormat("application/x-reading-room-film-picture");

    private final FilmModel model;
    private final Words words;

    FilmList(FilmModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("film-list");
        setCellFactory(list -> new Cell());
        model.documentProperty().subscribe(film -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        getSelectionModel().selectedIndexProperty().subscribe(index -> {
            int cells = model.documentProperty().get().setup().layout().cells();
            if (index.intValue() >= 0
                    && !model.documentProperty().get().sizing().isTrue()) {
                model.turnTo(index.intValue() / cells);
            }
        });
    }

    private void follow() {
        List<FilmItem> items = model.documentProperty().get().items();
        if (!getItems().equals(items)) {
            FilmItem selected = getSelectionModel().getSelectedItem();
            int at = getSelectionModel().getSelectedIndex();
            getItems().setAll(items);
            if (selected != null && items.contains(selected)) {
                getSelectionModel().select(selected);
            } else if (!items.isEmpty()) {
                getSelectionModel().select(Math.clamp(at, 0, items.size() - 1));
            }
        }
    }

    private void keyPressed(KeyEvent event) {
        FilmItem item = getSelectionModel().getSelectedItem();
        if (item == null) {
            return;
        }
        int at = getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.remove(item);
            event.consume();
        } else if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            model.move(item, at + (event.getCode() == KeyCode.UP ? -1 : 1));
            event.consume();
        }
    }

    private final class Cell extends ListCell<FilmItem> {
        Cell() {
            setOnDragDetected(event -> {
                FilmItem item = getItem();
                if (item != null) {
                    ClipboardContent content = new ClipboardContent();
                    content.put(ITEM, item.id());
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    event.consume();
                }
            });
            setOnDragOver(event -> {
                if (event.getDragboard().hasContent(ITEM)) {
                    event.acceptTransferModes(TransferMode.MOVE);
                    event.consume();
                }
            });
            setOnDragDropped(event -> {
                if (event.getDragboard().getContent(ITEM) instanceof Long id) {
                    int place = isEmpty() ? getListView().getItems().size() : getIndex();
                    getListView().getItems().stream()
                            .filter(item -> item.id() == id)
                            .findFirst()
                            .ifPresent(item -> model.move(item, place));
                    event.setDropCompleted(true);
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable FilmItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                return;
            }
            DisplaySet set = item.picture().displaySet();
            String what = set.description().isBlank() ? set.modality() : set.description();
            setText(words.get(
                    "desktop.film.item", getIndex() + 1, what, item.picture().number()));
        }
    }
}
