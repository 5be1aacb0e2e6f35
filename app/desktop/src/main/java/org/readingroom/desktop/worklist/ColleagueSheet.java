package org.readingroom.desktop.worklist;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.ui.Composition;
import org.readingroom.services.ris.Order;

/// Asks to whom a case is given: letters narrow the list down, Enter gives it.
///
/// **Thread:** FX.
public final class ColleagueSheet {
    /// A colleague, and how many cases they hold now.
    public record Colleague(Order.Reader reader, long held) {
        boolean matches(String typed) {
            String wanted = typed.strip().toLowerCase(Locale.ROOT);
            return (reader.displayName() + " " + reader.id())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }
    }

    private final Words words;
    private final List<Colleague> colleagues;
    private final Consumer<Order.Reader> chosen;
    private final TextField filter = new TextField();
    private final ListView<Colleague> list = new ListView<>();
    private final VBox body;

    /// For the case of `order`.
    public ColleagueSheet(Words words, Order order, List<Colleague> colleagues, Consumer<Order.Reader> chosen) {
        this.words = words;
        this.colleagues = List.copyOf(colleagues);
        this.chosen = chosen;
        filter.setId("colleague-filter");
        filter.promptTextProperty().bind(words.text("desktop.assign.filter"));
        filter.accessibleTextProperty().bind(words.text("desktop.assign.filter"));
        filter.textProperty().subscribe(this::fill);
        list.setId("colleague-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                give();
            }
        });
        Label none = new Label();
        none.textProperty().bind(words.text("desktop.assign.nobody"));
        list.setPlaceholder(none);
        Label which = new Label(PatientWords.ordered(words, order));
        which.setId("colleague-case");
        which.getStyleClass().add("strong");
        which.setWrapText(true);
        body = new VBox(8, which, filter, list);
        body.getStyleClass().add("sheet-body");
        Composition composition = Composition.of(filter);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!composition.isRunning()) {
                key(event);
            }
        });
    }

    public Node body() {
        return body;
    }

    public void focus() {
        filter.requestFocus();
    }

    private void fill(String typed) {
        list.getItems()
                .setAll(colleagues.stream().filter(one -> one.matches(typed)).toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER -> give();
            case DOWN -> go(Math.min(list.getItems().size() - 1, at + 1));
            case UP -> go(Math.max(0, at - 1));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void give() {
        Colleague one = list.getSelectionModel().getSelectedItem();
        if (one != null) {
            chosen.accept(one.reader());
        }
    }

    private final class Row extends ListCell<Colleague> {
        @Override
        protected void updateItem(@Nullable Colleague one, boolean empty) {
            super.updateItem(one, empty);
            setText(
                    empty || one == null
                            ? null
                            : words.get("desktop.assign.row", one.reader().displayName(), one.held()));
        }
    }
}
