package org.readingroom.desktop.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.ui.Composition;
import org.readingroom.services.reporting.ReportHit;
import org.readingroom.services.reporting.ReportQuery;

/// Asks for words and lists the reports that hold them; Enter opens the case of the chosen one.
///
/// **Thread:** FX.
// [impl->req~report.search.sheet~1]
public final class ReportSearchSheet {
    private final Words words;
    private final Consumer<ReportQuery> asked;
    private final Consumer<ReportHit> chosen;
    private final TextField text;
    private final TextField modality;
    private final TextField from;
    private final TextField until;
    private final TextField author;
    private final ListView<ReportHit> list = new ListView<>();
    private final Label count = new Label();
    private final VBox body;
    private @Nullable ReportQuery shown;

    /// `asked` is given each question, whose answer comes by [#show]; `chosen` the report that is to be opened.
    public ReportSearchSheet(Words words, Consumer<ReportQuery> asked, Consumer<ReportHit> chosen) {
        this.words = words;
        this.asked = asked;
        this.chosen = chosen;
        this.text = field(words, "text");
        this.modality = field(words, "modality");
        this.from = field(words, "from");
        this.until = field(words, "until");
        this.author = field(words, "author");
        list.setId("search-list");
        list.setPrefHeight(460);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        count.setId("search-count");
        count.getStyleClass().add("quiet");
        modality.setPrefColumnCount(5);
        HBox line = new HBox(6, modality, from, until, author);
        HBox.setHgrow(author, Priority.ALWAYS);
        body = new VBox(8, text, line, list, count);
        body.getStyleClass().add("sheet-body");
        for (TextField field : List.of(text, modality, from, until, author)) {
            Composition composition = Composition.of(field);
            field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (!composition.isRunning()) {
                    key(event);
                }
            });
            field.textProperty().subscribe(typed -> asksAnew());
        }
    }

    public Node body() {
        return body;
    }

    /// The answer to `query`; passed over when the question has changed since.
    public void show(ReportQuery query, List<ReportHit> hits) {
        if (query.equals(query().orElse(null))) {
            shown = query;
            list.getItems().setAll(hits);
            list.getSelectionModel().selectFirst();
            count.setText(words.get("desktop.found.count", hits.size()));
        }
    }

    /// Another question: what was found for the one before does not stand under it.
    private void asksAnew() {
        shown = null;
        list.getItems().clear();
        count.setText(words.get("desktop.found.enter"));
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ENTER) {
            if (shown == null) {
                ask();
            } else {
                open();
            }
        } else if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(list.getItems().size() - 1, at + 1));
            list.scrollTo(Math.max(0, at - 2));
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(0, at - 1));
            list.scrollTo(Math.max(0, at - 3));
        } else {
            return;
        }
        event.consume();
    }

    private void ask() {
        query().ifPresentOrElse(asked, () -> count.setText(words.get("desktop.found.bad-day")));
    }

    private void open() {
        ReportHit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            chosen.accept(hit);
        }
    }

    /// What the fields ask; nothing when a day is none.
    private Optional<ReportQuery> query() {
        try {
            return Optional.of(new ReportQuery(
                    text.getText().strip(),
                    modality.getText().strip().toUpperCase(Locale.ROOT),
                    day(from),
                    day(until),
                    author.getText().strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate day(TextField field) {
        String typed = field.getText().strip();
        return typed.isEmpty() ? null : LocalDate.parse(typed);
    }

    private static TextField field(Words words, String name) {
        TextField field = new TextField();
        field.setId("search-" + name);
        field.promptTextProperty().bind(words.text("desktop.found." + name));
        return field;
    }

    /// Whose, what and when above; the words in their sentence beneath.
    private static final class Row extends ListCell<ReportHit> {
        @Override
        protected void updateItem(ReportHit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            setGraphic(null);
            if (!empty && hit != null) {
                LocalDateTime time = hit.study().studyTime();
                Label whose = new Label(String.join(
                        "  ",
                        hit.study().patient().name().display(),
                        hit.study().patient().id().value(),
                        hit.study().modality(),
                        time == null ? "" : time.toLocalDate().toString(),
                        hit.act().author().displayName()));
                whose.getStyleClass().add("quiet");
                Label before = new Label(hit.snippet().substring(0, hit.start()));
                Label found = new Label(hit.snippet().substring(hit.start(), hit.end()));
                found.getStyleClass().add("strong");
                Label after = new Label(hit.snippet().substring(hit.end()));
                setGraphic(new VBox(whose, new HBox(before, found, after)));
            }
        }
    }
}
