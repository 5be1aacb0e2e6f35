package org.readingroom.desktop.reporting;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;

/// A sheet that asks why, and out of a list what, before something is done about a signed version. Escape leaves
/// everything as it was.
///
/// **Thread:** FX.
public final class ActSheet {
    /// One line of the list.
    public record Choice(String code, String label) {}

    /// What the person filled in; `choice` is null when there was no list.
    public record Filled(@Nullable Choice choice, String words) {}

    private ActSheet() {}

    /// `promptKey` says what the words are to tell.
    public static void show(
            SheetLayer sheets,
            Words words,
            String titleKey,
            String promptKey,
            List<Choice> choices,
            Consumer<Filled> done) {
        ChoiceBox<Choice> list = new ChoiceBox<>(FXCollections.observableArrayList(choices));
        list.setId("act-choice");
        list.setMaxWidth(Double.MAX_VALUE);
        list.accessibleTextProperty().bind(words.text(titleKey));
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public @Nullable Choice fromString(String label) {
                return null;
            }
        });
        TextField why = new TextField();
        why.setId("act-words");
        why.promptTextProperty().bind(words.text(promptKey));
        why.accessibleTextProperty().bind(words.text(promptKey));
        Runnable act = () -> {
            // nobody is taken to have chosen what merely stood first
            if (!choices.isEmpty() && list.getValue() == null) {
                list.requestFocus();
                list.show();
                return;
            }
            Filled filled = new Filled(list.getValue(), why.getText());
            sheets.close();
            done.accept(filled);
        };
        why.setOnAction(event -> act.run());
        Button button = new Button();
        button.setId("act-do");
        button.textProperty().bind(words.text("desktop.stage.do"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.stage.do-tip"));
        button.setTooltip(tip);
        button.setOnAction(event -> act.run());
        VBox body = choices.isEmpty() ? new VBox(8, why) : new VBox(8, list, why);
        body.getStyleClass().add("sheet-body");
        sheets.show(titleKey, body, 560, 260, button);
        (choices.isEmpty() ? why : list).requestFocus();
    }
}
