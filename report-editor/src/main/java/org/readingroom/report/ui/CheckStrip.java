package org.readingroom.report.ui;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;

/// What the checks found, one line each, under the text; one key goes from one to the next.
final class CheckStrip extends VBox {
    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final Consumer<CheckResult> jump;
    private final ListChangeListener<CheckResult> changed = change -> show();
    private final InvalidationListener spoken = observable -> show();
    private int next;

    CheckStrip(ReportEditorViewModel model, EditorWords words, Consumer<CheckResult> jump) {
        this.model = model;
        this.words = words;
        this.jump = jump;
        getStyleClass().add("report-checks");
        setId("report-checks");
    }

    void attach() {
        model.checks().addListener(changed);
        words.messages().addListener(spoken);
        show();
    }

    void detach() {
        model.checks().removeListener(changed);
        words.messages().removeListener(spoken);
    }

    /// Goes to the next result, from the last to the first again.
    void jumpToNext() {
        if (!model.checks().isEmpty()) {
            next %= model.checks().size();
            jump.accept(model.checks().get(next));
            next++;
        }
    }

    private void show() {
        getChildren().clear();
        if (model.checks().isEmpty()) {
            Label fine = new Label(words.get("report.ui.checks-fine"));
            fine.getStyleClass().add("report-check-fine");
            getChildren().add(fine);
            return;
        }
        for (CheckResult result : model.checks()) {
            getChildren().add(row(result, words, () -> jump.accept(result)));
        }
    }

    /// A severity's shape and word, then what was found.
    static HBox row(CheckResult result, EditorWords words, Runnable clicked) {
        boolean blocking = result.severity() == CheckSeverity.BLOCKING;
        Label sign = new Label(words.get(blocking ? "report.ui.blocking" : "report.ui.warning"));
        sign.getStyleClass().addAll("report-sign", blocking ? "report-blocking" : "report-warning");
        sign.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Label text = new Label(words.get(result.messageKey(), result.arguments()));
        text.setWrapText(true);
        text.getStyleClass().add("report-check-text");
        HBox row = new HBox(sign, text);
        row.getStyleClass().add("report-check");
        row.setOnMouseClicked(event -> clicked.run());
        return row;
    }
}
