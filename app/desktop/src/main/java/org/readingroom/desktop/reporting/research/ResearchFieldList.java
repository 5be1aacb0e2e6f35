package org.readingroom.desktop.reporting.research;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.research.ResearchField;
import org.readingroom.report.research.ResearchFields;

/// The fields that can be asked for: typed letters narrow the list, Space or a click chooses and lets go.
final class ResearchFieldList extends VBox {
    private final List<ResearchField> all;
    private final ResearchWords words;
    private final NavigableSet<String> chosen = new TreeSet<>();
    private final TextField search = new TextField();
    private final ListView<ResearchField> list = new ListView<>();
    private final Label count = new Label();
    private boolean withWords;

    ResearchFieldList(ResearchFields fields, ResearchWords words) {
        super(4);
        this.all = fields.all().stream().filter(field -> !field.isNever()).toList();
        this.words = words;
        search.setId("research-field-search");
        search.setPromptText(words.words().get("desktop.research.field-search"));
        search.setAccessibleText(words.words().get("desktop.research.field-search"));
        search.textProperty().subscribe((before, now) -> fill());
        list.setId("research-fields");
        list.setPrefHeight(180);
        list.setCellFactory(view -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                toggle(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        count.setId("research-field-count");
        count.getStyleClass().add("quiet");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(search, list, count);
        fill();
    }

    /// Whether fields of typed words are offered too; those that were chosen are let go without them.
    void withWords(boolean isWanted) {
        withWords = isWanted;
        if (!isWanted) {
            all.stream().filter(ResearchField::isWords).map(ResearchField::id).forEach(chosen::remove);
        }
        fill();
    }

    NavigableSet<String> chosen() {
        return new TreeSet<>(chosen);
    }

    private void toggle(@Nullable ResearchField field) {
        if (field != null && !chosen.remove(field.id())) {
            chosen.add(field.id());
        }
        list.refresh();
        tell();
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(all.stream()
                        .filter(field -> withWords || !field.isWords())
                        .filter(field ->
                                words.field(field).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList());
        list.getSelectionModel().selectFirst();
        tell();
    }

    private void tell() {
        count.setText(words.words().get("desktop.research.chosen", chosen.size()));
    }

    private final class Cell extends ListCell<ResearchField> {
        Cell() {
            super();
            setOnMouseClicked(event -> toggle(getItem()));
        }

        @Override
        protected void updateItem(@Nullable ResearchField field, boolean empty) {
            super.updateItem(field, empty);
            setText(empty || field == null ? "" : (chosen.contains(field.id()) ? "☑ " : "☐ ") + words.field(field));
        }
    }
}
