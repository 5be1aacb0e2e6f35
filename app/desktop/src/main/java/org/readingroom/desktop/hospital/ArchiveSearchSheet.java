package org.readingroom.desktop.hospital;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.viewer.model.WorkstationException;

/// Looks for studies in the archive and brings them here: Enter in a field looks, Enter in the list brings.
///
/// **Thread:** FX.
// [impl->req~hospital.search~1]
public final class ArchiveSearchSheet extends BorderPane {
    private final ArchiveSearchModel model;
    private final Words words;
    private final SearchFields fields;
    private final TableView<FoundStudy> table = new TableView<>();
    private final StringProperty wrong = new SimpleStringProperty("");
    private int chosen;

    public ArchiveSearchSheet(ArchiveSearchModel model, Words words) {
        this.model = model;
        this.words = words;
        this.fields = new SearchFields(words, this::search);
        setId("search");
        getStyleClass().add("sheet-body");
        Button look = button("search-go", "desktop.search.go", this::search);
        look.getStyleClass().add("primary");
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.visibleProperty().bind(model.busyProperty());
        HBox top = new HBox(12, fields, look, busy);
        top.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        top.setStyle("-fx-padding: 0 0 12 0;");
        setTop(top);
        fillTable();
        setCenter(table);
        setBottom(foot());
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) {
                model.close();
            } else if (before == null && now != null) {
                // it was locked away and is shown again
                model.resume();
            }
        });
    }

    public void begin() {
        fields.begin();
    }

    private void search() {
        try {
            StudyQuery query = fields.query();
            wrong.set("");
            model.search(query);
        } catch (WorkstationException e) {
            wrong.set(words.about(e));
        }
    }

    private void fillTable() {
        table.setId("search-found");
        table.setItems(model.rows());
        table.setPrefHeight(420);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label();
        none.getStyleClass().add("quiet");
        none.textProperty()
                .bind(Bindings.createStringBinding(
                        this::placeholder, model.busyProperty(), model.searchedProperty(), words.messagesProperty()));
        table.setPlaceholder(none);
        column("here", 108, row -> here(row));
        column("name", 120, row -> PatientWords.name(words, row.study().patient()));
        column("patient", 150, row -> PatientWords.facts(words, row.study()));
        column("date", 124, row -> PatientWords.date(row.study()));
        column("modality", 64, row -> String.join("+", row.study().modalities()));
        column("accession", 110, row -> row.study().accessionNumber());
        column("images", 64, row -> number(row.study().instanceCount()));
        column("study", 200, row -> row.study().description());
        table.setRowFactory(view -> {
            TableRow<FoundStudy> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                    model.bring(row.getItem());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                bring();
                event.consume();
            }
        });
        table.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> {
            if (now.intValue() >= 0) {
                chosen = now.intValue();
            }
        });
        // the whole row is another object when its readiness changes, and the table lets go of it
        model.rows().addListener((ListChangeListener<FoundStudy>) change -> {
            if (change.next() && change.wasReplaced()) {
                table.getSelectionModel().select(chosen);
            } else if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
        });
        words.messagesProperty().subscribe(table::refresh);
    }

    private void bring() {
        FoundStudy row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.bring(row);
        }
    }

    private String placeholder() {
        return words.get(
                model.busyProperty().get()
                        ? "desktop.search.busy"
                        : model.searchedProperty().get() ? "desktop.search.none" : "desktop.search.what");
    }

    private String here(FoundStudy row) {
        Readiness now = row.readiness();
        if (now.isWhole()) {
            return words.get("desktop.ready.whole");
        }
        if (now.isAllHere()) {
            return words.get("desktop.ready.unsure", now.here());
        }
        if (row.isComing()) {
            return now.total() == 0
                    ? words.get("desktop.ready.coming")
                    : words.get("desktop.ready.coming-part", now.here(), now.total());
        }
        return now.here() == 0
                ? ""
                : words.get("desktop.ready.part", now.here(), now.total() == 0 ? "?" : String.valueOf(now.total()));
    }

    private static String number(int count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    private HBox foot() {
        Label told = new Label();
        told.setId("search-told");
        told.setWrapText(true);
        told.getStyleClass().add("attention");
        told.textProperty()
                .bind(Bindings.createStringBinding(this::told, wrong, model.faultProperty(), words.messagesProperty()));
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = button("search-more", "desktop.search.more", model::more);
        more.visibleProperty().bind(model.moreProperty());
        Button bring = button("search-bring", "desktop.search.bring", this::bring);
        bring.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Label hint = new Label();
        hint.getStyleClass().addAll("quiet", "dense");
        hint.textProperty().bind(words.text("desktop.search.hint"));
        HBox buttons = new HBox(8, new VBox(told, hint), gap, more, bring);
        buttons.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        buttons.setStyle("-fx-padding: 12 0 0 0;");
        return buttons;
    }

    private String told() {
        Exception fault = model.faultProperty().get();
        return !wrong.get().isEmpty() ? wrong.get() : fault == null ? "" : words.about(fault);
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(words.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void column(String name, double width, Function<FoundStudy, String> shown) {
        TableColumn<FoundStudy, FoundStudy> column = new TableColumn<>();
        column.textProperty().bind(words.text("desktop.search.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 90));
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable FoundStudy row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : shown.apply(row));
            }
        });
        table.getColumns().add(column);
    }
}
