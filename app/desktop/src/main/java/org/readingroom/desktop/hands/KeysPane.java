package org.readingroom.desktop.hands;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandSearch;
import org.readingroom.desktop.command.KeyContext;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.Words;

/// Every command by group with its key: typing narrows, a press on a key waits for another.
final class KeysPane extends VBox {
    private final HandsModel hands;
    private final Words words;
    private final KeyRecorder recorder;
    private final CommandSearch search = new CommandSearch();
    private final TextField filter = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final Label told = new Label();
    private final Button take = new Button();
    private final Button leave = new Button();

    private sealed interface Line {
        record Group(KeyContext context) implements Line {}

        record Key(Command command) implements Line {}
    }

    KeysPane(HandsModel hands, Words words) {
        this.hands = hands;
        this.words = words;
        this.recorder = new KeyRecorder(hands);
        getStyleClass().add("hands-keys");
        filter.setId("hands-filter");
        filter.promptTextProperty().bind(words.text("desktop.hands.filter"));
        filter.textProperty().subscribe(this::fill);
        list.setId("hands-list");
        list.setFixedCellSize(28);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Row());
        setVgrow(list, Priority.ALWAYS);
        told.setId("hands-told");
        told.setWrapText(true);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        HandsControls.dress(take, words, "desktop.hands.take", "desktop.hands.take-tip", recorder::takeOver);
        take.setId("hands-take");
        HandsControls.dress(leave, words, "desktop.hands.leave", "desktop.hands.leave-tip", recorder::leave);
        HBox foot = new HBox(8, told, take, leave);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(40);
        getChildren().addAll(filter, list, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (recorder.press(event)) {
                event.consume();
            }
        });
        recorder.stateProperty().subscribe(this::tell);
        words.messagesProperty().addListener(o -> {
            fill();
            tell();
        });
        tell();
    }

    /// Makes every line anew, with the keys as they are.
    void fill() {
        List<Line> lines = new ArrayList<>();
        for (KeyContext context : KeyContext.values()) {
            List<Line> keys = hands.commands().stream()
                    .filter(c -> KeyContext.of(c.id()) == context && search.isMeant(c, filter.getText()))
                    .<Line>map(Line.Key::new)
                    .toList();
            if (!keys.isEmpty()) {
                lines.add(new Line.Group(context));
                lines.addAll(keys);
            }
        }
        list.getItems().setAll(lines);
    }

    private void tell() {
        KeyRecorder.State state = recorder.stateProperty().get();
        told.setText(
                switch (state) {
                    case KeyRecorder.State.Idle idle -> words.get("desktop.hands.idle");
                    case KeyRecorder.State.Waiting waiting ->
                        words.get("desktop.hands.waiting", title(waiting.command()));
                    case KeyRecorder.State.Taken taken ->
                        words.get(
                                "desktop.hands.taken",
                                taken.key().getDisplayText(),
                                title(taken.holder()),
                                words.get(KeyContext.of(taken.holder().id()).messageKey()),
                                title(taken.command()));
                    case KeyRecorder.State.Reserved reserved ->
                        words.get("desktop.hands.reserved", reserved.key().getDisplayText(), title(reserved.command()));
                });
        boolean isAsking = state instanceof KeyRecorder.State.Taken;
        told.pseudoClassStateChanged(HandsControls.ATTENTION, isAsking || state instanceof KeyRecorder.State.Reserved);
        HandsControls.show(take, isAsking);
        HandsControls.show(leave, !(state instanceof KeyRecorder.State.Idle));
        list.refresh();
    }

    private String title(Command command) {
        return words.get(command.titleKey());
    }

    private final class Row extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : graphic(line));
        }

        private Region graphic(Line line) {
            return switch (line) {
                case Line.Group group -> {
                    Label name = new Label(words.get(group.context().messageKey()));
                    name.getStyleClass().add("hands-group");
                    yield name;
                }
                case Line.Key key -> row(key.command());
            };
        }

        private Region row(Command command) {
            Label name = new Label(title(command));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            boolean isWaiting = recorder.waiting() == command;
            String shown = Shortcuts.shown(command.shortcut());
            Button key = new Button(isWaiting ? words.get("desktop.hands.press") : shown.isEmpty() ? "–" : shown);
            key.setId("hands-key-" + command.id().replace('.', '-'));
            key.getStyleClass().add("hands-key");
            key.pseudoClassStateChanged(HandsControls.ATTENTION, isWaiting);
            key.setMinWidth(150);
            HandsControls.tip(key, words, "desktop.hands.key-tip", title(command));
            key.setOnAction(event -> {
                recorder.begin(command);
                // a letter pressed for a key is not to be typed into the search
                list.requestFocus();
            });
            Button none = HandsControls.small("×", words, "desktop.hands.clear-tip", () -> hands.clear(command));
            none.setVisible(!shown.isEmpty());
            Button back = HandsControls.small("↺", words, "desktop.hands.reset-tip", () -> hands.reset(command));
            back.setVisible(hands.isChanged(command));
            for (Button one : List.of(none, back)) {
                one.addEventHandler(javafx.event.ActionEvent.ACTION, event -> fill());
            }
            HBox row = new HBox(4, name, gap, key, none, back);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(0);
            return row;
        }
    }
}
