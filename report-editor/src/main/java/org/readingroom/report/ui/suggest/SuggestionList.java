package org.readingroom.report.ui.suggest;

import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.ui.AtCaret;
import org.readingroom.report.ui.Composition;

/// The suggestions at the caret, in the colour and with the mark of a machine's words. 1 to 9 or Enter accepts, E
/// edits,
/// Del rejects, Esc leaves.
///
/// **Thread:** `fx`.
// [impl->req~report.suggest.list~1]
final class SuggestionList extends Pane {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 340;

    private final SuggestionsModel model;
    private final Bounds caret;
    private final BiFunction<String, Object[], String> words;
    private final Runnable left;
    private final ListView<Offered> list = new ListView<>();
    private final TextField edited = new UncopiedField();
    private final VBox box = new VBox();
    private final Label basis = new Label();
    private final Composition composition = Composition.of(edited);
    private @Nullable Offered editing;

    /// The words of a machine that are being edited are nobody's yet, and are not handed to the clipboard.
    private static final class UncopiedField extends TextField {
        @Override
        public void copy() {}

        @Override
        public void cut() {}
    }

    /// `caret` is where the caret is, in the space this is laid over.
    SuggestionList(SuggestionsModel model, Bounds caret, BiFunction<String, Object[], String> words, Runnable left) {
        this.model = model;
        this.caret = caret;
        this.words = words;
        this.left = left;
        list.setId("suggestion-list");
        list.setItems(FXCollections.observableArrayList(model.offered()));
        list.setPlaceholder(wrapped(new Label(nothing())));
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                accept(list.getSelectionModel().getSelectedItem());
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(this::tellBasis);
        list.getSelectionModel().selectFirst();
        edited.setId("suggestion-edit");
        edited.setContextMenu(new javafx.scene.control.ContextMenu());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label keys = quiet(say("report.ui.suggest.keys"));
        box.getStyleClass().addAll("report-phrases", "report-suggestions");
        box.getChildren().setAll(head(), list, wrapped(basis), keys);
        basis.getStyleClass().add("report-quiet");
        basis.setId("suggestion-basis");
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                left.run();
            }
        });
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        AtCaret.place(box, caret, this, WIDTH, HEIGHT);
    }

    /// What a person must know of the source: name, version, kind, registration, limits.
    private Node head() {
        VBox head = new VBox();
        for (SourceCard card :
                model.offered().stream().map(Offered::card).distinct().toList()) {
            Label name = new Label("AI  "
                    + say(
                            "report.ui.suggest.source",
                            say(card.nameKey()),
                            card.version(),
                            say(card.kind().messageKey()),
                            card.registration().isBlank()
                                    ? say("report.ui.suggest.no-registration")
                                    : card.registration()));
            name.getStyleClass().add("report-suggestion-source");
            head.getChildren().addAll(wrapped(name), wrapped(quiet(say(card.limitsKey()))));
        }
        return head;
    }

    private String nothing() {
        return model.refusals().isEmpty()
                ? say("report.ui.suggest.none")
                : say(
                        model.refusals().getFirst().messageKey(),
                        model.refusals().getFirst().arguments().toArray());
    }

    private void tellBasis(@Nullable Offered chosen) {
        basis.setText(
                chosen == null
                        ? ""
                        : say(
                                "report.ui.suggest.basis",
                                chosen.suggestion().uses(),
                                String.join(", ", chosen.suggestion().basis())));
    }

    private void key(KeyEvent event) {
        if (composition.isRunning()) {
            return;
        }
        Offered chosen = list.getSelectionModel().getSelectedItem();
        if (editing != null) {
            editingKey(event);
            return;
        }
        KeyCode code = event.getCode();
        boolean isBare = !event.isShortcutDown() && !event.isAltDown();
        if (code == KeyCode.ESCAPE) {
            left.run();
        } else if (code == KeyCode.ENTER && isBare) {
            accept(chosen);
        } else if (code == KeyCode.E && isBare && chosen != null) {
            edit(chosen);
        } else if (code == KeyCode.DELETE && isBare && chosen != null) {
            int at = list.getSelectionModel().getSelectedIndex();
            model.reject(chosen);
            list.getItems().setAll(model.offered());
            list.getSelectionModel().select(Math.min(at, list.getItems().size() - 1));
        } else if (code.isDigitKey() && isBare) {
            int at = code.getChar().charAt(0) - '1';
            if (at >= 0 && at < list.getItems().size()) {
                accept(list.getItems().get(at));
            }
        } else if (code != KeyCode.TAB) { // which stays in the list
            return;
        }
        event.consume();
    }

    private void editingKey(KeyEvent event) {
        Offered now = editing;
        if (event.getCode() == KeyCode.ENTER && now != null) {
            if (model.accept(now, edited.getText())) {
                left.run();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            editing = null;
            box.getChildren().remove(edited);
            list.requestFocus();
            event.consume();
        }
    }

    private void edit(Offered chosen) {
        editing = chosen;
        edited.setText(chosen.suggestion().words());
        box.getChildren().add(2, edited);
        // A field selects its words when it is first shown with the focus; its skin is there before, so the end holds.
        edited.applyCss();
        edited.requestFocus();
        edited.end();
    }

    private void accept(@Nullable Offered chosen) {
        if (chosen != null && model.accept(chosen)) {
            left.run();
        }
    }

    private String say(String key, Object... arguments) {
        return words.apply(key, arguments);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("report-quiet");
        return label;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// The number of its key, the words, and how many reports say it.
    private final class Row extends ListCell<Offered> {
        @Override
        protected void updateItem(Offered offered, boolean empty) {
            super.updateItem(offered, empty);
            setText(null);
            setGraphic(null);
            if (empty || offered == null) {
                return;
            }
            Suggestion suggestion = offered.suggestion();
            Label number = quiet(Integer.toString(getIndex() + 1));
            number.setMinWidth(14);
            Label text = new Label(suggestion.words());
            text.getStyleClass().add("report-suggestion");
            text.setMaxWidth(WIDTH - 110);
            text.setWrapText(true);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label uses = quiet(suggestion.uses() > 0 ? "×" + suggestion.uses() : "");
            uses.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(6, number, text, gap, uses);
            setGraphic(row);
            setAccessibleText(
                    say("report.ui.suggest.machine", List.of(suggestion.words()).toArray()));
        }
    }
}
