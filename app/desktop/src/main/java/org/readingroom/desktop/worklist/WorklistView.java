package org.readingroom.desktop.worklist;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.readingroom.desktop.fx.Focus;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.WorklistRow;

/// The List place. Typing anywhere filters, arrows move, Enter opens, Escape clears.
public final class WorklistView extends BorderPane {
    private final WorklistViewModel model;
    private final Words words;
    private final WorklistTable table;
    private final TextField filter = new TextField();
    private final SplitPane split;
    private final ListParts parts;
    private @Nullable WorklistRow pressed;

    public WorklistView(WorklistViewModel model, Words words, ListParts parts) {
        this.model = model;
        this.words = words;
        this.parts = parts;
        this.table = new WorklistTable(model, words);
        getStyleClass().add("worklist");
        table.setItems(model.shown());
        table.setPlaceholder(placeholder(parts.importFiles()));
        followSelection();
        table.setRowFactory(view -> {
            javafx.scene.control.TableRow<WorklistRow> row = new javafx.scene.control.TableRow<>();
            row.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getClickCount() == 1) {
                    pressed = row.getItem();
                }
            });
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    openPressed(row.getItem());
                }
            });
            return row;
        });
        PreviewView preview = new PreviewView(model, words, parts);
        preview.setMinWidth(240);
        split = new SplitPane(table, preview);
        SplitPane.setResizableWithParent(preview, false);
        setTop(bar());
        setCenter(split);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    /// Puts the focus where arrows and Enter work.
    public void begin() {
        Focus.give(table);
    }

    /// What a right click on a row offers.
    public void setRowMenu(ContextMenu menu) {
        table.setContextMenu(menu);
    }

    public SplitPane split() {
        return split;
    }

    private Node bar() {
        filter.setId("worklist-filter");
        filter.promptTextProperty().bind(words.text("desktop.worklist.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefWidth(260);
        filter.setMinWidth(160);
        HBox bar = new HBox(filter);
        bar.getStyleClass().add("list-bar");
        ToggleGroup group = new ToggleGroup();
        for (Chip chip : Chip.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("chip-" + chip.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("chip");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> words.get(chip.messageKey()) + "  " + model.count(chip),
                            words.messagesProperty(),
                            model.siftedProperty()));
            button.visibleProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.chipProperty().get() == chip
                                    || !chip.isIdle(model.siftedProperty().get()),
                            model.siftedProperty(),
                            model.chipProperty()));
            button.managedProperty().bind(button.visibleProperty());
            model.chipProperty().subscribe(now -> button.setSelected(now == chip));
            button.setOnAction(event -> {
                model.chipProperty().set(model.chipProperty().get() == chip ? Chip.ALL : chip);
                button.setSelected(model.chipProperty().get() == chip);
            });
            bar.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var total =
                Bindings.createIntegerBinding(() -> model.siftedProperty().get().total(), model.siftedProperty());
        Label count = new Label();
        count.setId("worklist-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().addAll("quiet", "dense");
        count.textProperty().bind(words.text("desktop.worklist.count", Bindings.size(model.shown()), total));
        bar.getChildren().addAll(parts.saved(), gap, count);
        return bar;
    }

    /// Empty says what to do next; nothing is said before the list was read.
    private Node placeholder(Runnable importFiles) {
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.text("desktop.worklist.empty.title"));
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.textProperty().bind(words.text("desktop.worklist.empty.what"));
        Button take = new Button();
        take.getStyleClass().add("primary");
        take.textProperty().bind(words.text("desktop.worklist.empty.import"));
        take.setOnAction(event -> importFiles.run());
        VBox empty = new VBox(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), title, what, take);
        empty.getStyleClass().add("empty-state");
        Label none = new Label();
        none.getStyleClass().add("title");
        none.textProperty().bind(words.text("desktop.worklist.none.title"));
        Label way = new Label();
        way.getStyleClass().add("quiet");
        way.textProperty().bind(words.text("desktop.worklist.none.what"));
        VBox nothing = new VBox(Icons.of(MaterialDesignM.MAGNIFY), none, way);
        nothing.getStyleClass().add("empty-state");
        var isEmpty =
                Bindings.createBooleanBinding(() -> model.siftedProperty().get().total() == 0, model.siftedProperty());
        empty.visibleProperty().bind(model.loadedProperty().and(isEmpty));
        nothing.visibleProperty().bind(model.loadedProperty().and(isEmpty.not()));
        return new StackPane(empty, nothing);
    }

    private void followSelection() {
        model.selectedProperty().subscribe(row -> {
            if (row == null) {
                table.getSelectionModel().clearSelection();
            } else {
                select(row);
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !model.isReplacing()) {
                model.selectedProperty().set(row);
            }
        });
        // exchanged rows lose the selection, even where the selected row stays what it is
        model.siftedProperty().subscribe(() -> {
            WorklistRow row = model.selectedProperty().get();
            if (row != null) {
                select(row);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // rows are themselves
    private void select(WorklistRow row) {
        if (table.getSelectionModel().getSelectedItem() == row) {
            return;
        }
        for (int at = 0; at < model.shown().size(); at++) {
            if (model.shown().get(at) == row) {
                table.getSelectionModel().clearAndSelect(at);
                return;
            }
        }
    }

    /// The second click is on the case of the first, unless the rows moved between the two.
    private void openPressed(WorklistRow row) {
        if (pressed != null && pressed.isSameCase(row)) {
            parts.open().accept(row);
        }
    }

    private void press(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            // typed and entered at once: what was typed is looked for first
            model.whenSettled(() -> {
                WorklistRow row = model.selectedProperty().get();
                if (row != null) {
                    parts.open().accept(row);
                }
            });
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && parts.giveUp().getAsBoolean()) {
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE
                && !(filter.getText().isEmpty() && model.chipProperty().get() == Chip.ALL)) {
            filter.clear();
            model.chipProperty().set(Chip.ALL);
            table.requestFocus();
            event.consume();
        } else if (filter.isFocused() && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            table.requestFocus();
            if (event.getCode() == KeyCode.DOWN) {
                table.getSelectionModel().selectNext();
            } else {
                table.getSelectionModel().selectPrevious();
            }
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        if (filter.isFocused() || typed.isEmpty() || typed.charAt(0) <= ' ' || typed.charAt(0) == 127) {
            return;
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        filter.requestFocus();
        filter.appendText(typed);
        filter.end();
        event.consume();
    }
}
