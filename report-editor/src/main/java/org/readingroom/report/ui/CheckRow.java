package org.readingroom.report.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;

/// One result: a severity's shape and word, what was found, and what can be done about it.
final class CheckRow extends HBox {
    private final EditorWords words;

    CheckRow(CheckResult result, EditorWords words, Runnable clicked) {
        this.words = words;
        boolean blocking = result.severity() == CheckSeverity.BLOCKING;
        Label sign = new Label(words.get(blocking ? "report.ui.blocking" : "report.ui.warning"));
        sign.getStyleClass().addAll("report-sign", blocking ? "report-blocking" : "report-warning");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(words.get(result.messageKey(), result.arguments()));
        text.setWrapText(true);
        text.getStyleClass().add("report-check-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(sign, text);
        getStyleClass().add("report-check");
        setOnMouseClicked(event -> clicked.run());
    }

    void offer(String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.setTooltip(new Tooltip(words.get(key + "-tip")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("report-check-act");
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
    }

    /// Asks for a reason under the result; Enter hands it over, Escape gives up.
    static Node reason(EditorWords words, Consumer<String> given, Runnable closed) {
        TextField reason = new TextField();
        reason.setId("report-check-reason");
        reason.promptTextProperty().bind(words.text("report.ui.overrule-reason"));
        reason.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !reason.getText().isBlank()) {
                given.accept(reason.getText());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                closed.run();
                event.consume();
            }
        });
        return reason;
    }
}
