package org.readingroom.report.ui.phrase;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.phrase.Phrase;
import org.readingroom.report.phrase.PhraseText;
import org.readingroom.report.ui.AtCaret;
import org.readingroom.report.ui.Composition;

/// The list of phrases at the caret: it narrows while letters are typed, Enter takes one, Escape leaves.
///
/// **Thread:** `fx`.
// [impl->req~report.phrase.list~1]
final class PhraseList extends Pane {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 300;

    private final TextField filter = new TextField();
    private final ListView<Phrase> list = new ListView<>();
    private final VBox box;
    private final Bounds caret;
    private final Composition composition;
    private final Consumer<Phrase> chosen;
    private final Runnable left;

    /// `caret` is where the caret is, in the space this is laid over.
    PhraseList(
            PhraseShelf shelf,
            ReportLanguage language,
            String typed,
            Bounds caret,
            Function<String, String> words,
            Consumer<Phrase> chosen,
            Runnable left) {
        this.caret = caret;
        this.chosen = chosen;
        this.left = left;
        filter.setId("phrase-filter");
        filter.setPromptText(words.apply("report.ui.phrase.prompt"));
        composition = Composition.of(filter);
        list.setId("phrase-list");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(words.apply("report.ui.phrase.none")));
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                take();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label keys = new Label(words.apply("report.ui.phrase.keys"));
        keys.getStyleClass().add("report-quiet");
        box = new VBox(filter, list, keys);
        box.getStyleClass().add("report-phrases");
        getChildren().add(box);
        filter.textProperty().subscribe(text -> {
            list.getItems().setAll(shelf.find(text, language));
            list.getSelectionModel().selectFirst();
        });
        filter.setText(typed);
        filter.end();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                left.run();
            }
        });
    }

    @Override
    public void requestFocus() {
        filter.requestFocus();
        filter.end();
    }

    @Override
    protected void layoutChildren() {
        AtCaret.place(box, caret, this, WIDTH, HEIGHT);
    }

    private void key(KeyEvent event) {
        if (composition.isRunning()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> left.run();
            case ENTER -> take();
            case DOWN, TAB -> select(event.isShiftDown() ? at - 1 : at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + 5);
            case PAGE_UP -> select(at - 5);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (!list.getItems().isEmpty()) {
            int at = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 2));
        }
    }

    private void take() {
        Phrase phrase = list.getSelectionModel().getSelectedItem();
        if (phrase != null) {
            chosen.accept(phrase);
        }
    }

    /// Title and shortcut, and beneath where it is from and how it reads.
    private static final class Row extends ListCell<Phrase> {
        @Override
        protected void updateItem(Phrase phrase, boolean empty) {
            super.updateItem(phrase, empty);
            setText(null);
            setGraphic(null);
            if (empty || phrase == null) {
                return;
            }
            Label title = new Label(phrase.title());
            title.getStyleClass().add("report-phrase-title");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label shortcut = new Label(phrase.shortcut().isEmpty() ? "" : ";" + phrase.shortcut());
            shortcut.getStyleClass().add("report-quiet");
            Label reads = new Label(
                    phrase.folder() + "  " + PhraseText.inReport(phrase.text()).replace('\n', ' '));
            reads.getStyleClass().add("report-quiet");
            reads.setMaxWidth(WIDTH - 48);
            setGraphic(new VBox(new HBox(title, gap, shortcut), reads));
        }
    }
}
