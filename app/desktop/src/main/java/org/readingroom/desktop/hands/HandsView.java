package org.readingroom.desktop.hands;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.model.WorkstationException;

/// The sheet of keys, mouse and wheel: the keys at the left, profile, mouse and files at the right.
public final class HandsView extends HBox {
    private final HandsModel hands;
    private final Words words;
    private final Consumer<Exception> fault;
    private final KeysPane keys;
    private final GridPane mouse = new GridPane(8, 4);
    private final ComboBox<HandProfile> profile;

    /// `fault` is told what cannot be read or written.
    public HandsView(HandsModel hands, Words words, Consumer<Exception> fault) {
        this.hands = hands;
        this.words = words;
        this.fault = fault;
        setId("hands");
        getStyleClass().addAll("sheet-body", "hands");
        keys = new KeysPane(hands, words);
        setHgrow(keys, Priority.ALWAYS);
        profile = choice(List.of(HandProfile.values()), one -> words.get(one.messageKey()));
        profile.setId("hands-profile");
        profile.setMaxWidth(Double.MAX_VALUE);
        HandsControls.tip(profile, words, "desktop.hands.profile-tip");
        profile.setOnAction(event -> {
            if (profile.getValue() != null
                    && profile.getValue() != hands.profileProperty().get()) {
                hands.use(profile.getValue());
            }
        });
        Button all = HandsControls.dress(
                new Button(), words, "desktop.hands.reset-all", "desktop.hands.reset-all-tip", hands::resetAll);
        all.setId("hands-reset-all");
        Button out = HandsControls.dress(
                new Button(), words, "desktop.hands.export", "desktop.hands.export-tip", this::exportHands);
        Button in = HandsControls.dress(
                new Button(), words, "desktop.hands.import", "desktop.hands.import-tip", this::importHands);
        VBox right = new VBox(
                8,
                title("desktop.hands.profile"),
                profile,
                all,
                title("desktop.hands.mouse"),
                mouse,
                note("desktop.hands.mouse-note"),
                title("desktop.hands.files"),
                new HBox(8, out, in));
        right.setMinWidth(300);
        right.setMaxWidth(300);
        getChildren().addAll(keys, right);
        hands.profileProperty().addListener(o -> refresh());
        hands.mouseProperty().addListener(o -> refresh());
        words.messagesProperty().addListener(o -> refresh());
        // whatever the recorder gives or takes is shown at once
        hands.commands().forEach(command -> command.shortcutProperty().addListener(o -> keys.fill()));
        refresh();
    }

    private void refresh() {
        profile.setValue(hands.profileProperty().get());
        keys.fill();
        mouse.getChildren().clear();
        for (MouseMove move : MouseMove.values()) {
            ComboBox<MouseAct> act = choice(move.choices(), one -> words.get(one.messageKey()));
            act.setId("hands-" + move.name().toLowerCase(java.util.Locale.ROOT));
            act.setValue(hands.mouseProperty().get().act(move));
            act.setPrefWidth(150);
            HandsControls.tip(act, words, "desktop.hands.mouse-tip", words.get(move.messageKey()));
            act.setOnAction(event -> hands.move(move, act.getValue()));
            Label name = new Label(words.get(move.messageKey()));
            name.setMinWidth(130);
            mouse.addRow(move.ordinal(), name, act);
        }
    }

    private Label title(String key) {
        Label label = new Label();
        label.getStyleClass().add("hands-group");
        label.textProperty().bind(words.text(key));
        return label;
    }

    private Label note(String key) {
        Label label = new Label();
        label.getStyleClass().addAll("quiet", "dense");
        label.setWrapText(true);
        label.textProperty().bind(words.text(key));
        return label;
    }

    private static <T> ComboBox<T> choice(List<T> values, Function<T, String> shown) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : shown.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        return box;
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        return chooser;
    }

    private void exportHands() {
        FileChooser chooser = chooser();
        chooser.setInitialFileName("readingroom-keys.json");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            try {
                hands.exportTo(file.toPath());
            } catch (IOException e) {
                fault.accept(
                        new WorkstationException("desktop.hands.unwritable", List.of(), "keys cannot be written", e));
            }
        }
    }

    private void importHands() {
        File file = chooser().showOpenDialog(getScene().getWindow());
        if (file != null) {
            try {
                hands.importFrom(file.toPath());
                refresh();
            } catch (WorkstationException e) {
                fault.accept(e);
            }
        }
    }
}
