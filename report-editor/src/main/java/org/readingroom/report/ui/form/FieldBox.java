package org.readingroom.report.ui.form;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.FieldKind;
import org.readingroom.report.template.TemplateField;

/// One field opened at the caret: a list to choose from, or a line to type in.
///
/// Enter and Tab take the value and go on, Shift+Tab goes back, Escape leaves it as it was. Of a list in
/// which nothing is chosen, Tab goes on without taking and Enter stays. A value that is refused stays
/// where it is, with the reason under it.
///
/// **Thread:** `fx`.
final class FieldBox extends VBox {
    private final FormModel model;
    private final TemplateField field;
    private final FormWords words;
    private final BiConsumer<Boolean, Boolean> leave;
    private final Label refusal = new Label();
    private final Node first;

    /// `leave` is told whether a value was taken, and whether to go back instead of on.
    FieldBox(FormModel model, TemplateField field, FormWords words, BiConsumer<Boolean, Boolean> leave) {
        this.model = model;
        this.field = field;
        this.words = words;
        this.leave = leave;
        getStyleClass().add("form-box");
        setId("form-box");
        Label title = new Label(field.name());
        title.getStyleClass().add("form-title");
        refusal.setId("form-refusal");
        refusal.getStyleClass().add("report-failure");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        boolean isList = field.kind() == FieldKind.SELECTION_LIST || field.kind() == FieldKind.CHECKBOX;
        first = isList ? new ChoiceList(field, value(), words, this::take) : line();
        Label hint = new Label(
                isList ? words.get(field.isMultiple() ? "report.form.hint-several" : "report.form.hint-list") : hint());
        hint.getStyleClass().add("report-quiet");
        hint.setWrapText(true);
        getChildren().setAll(title, first, hint, refusal);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void focus() {
        first.requestFocus();
        if (first instanceof TextInputControl input) {
            input.selectAll();
        }
    }

    /// Takes the measurement of the desk; the box stays, with the value in it. False for a field of no
    /// numbers.
    boolean measure() {
        if (!model.measuring().isFor(field.id())) {
            return false;
        }
        switch (model.measuring().take(field.id())) {
            case Answer.Taken(String value) -> {
                ((TextInputControl) first).setText(value);
                refusal.setText("");
            }
            case Answer.Refused refused -> refusal.setText(words.refused(refused));
        }
        return true;
    }

    private String hint() {
        String range = words.range(field);
        String measured = field.kind() == FieldKind.NUMBER ? " · " + words.get("report.form.hint-measure") : "";
        return (range.isEmpty() ? "" : range + " · ") + words.get("report.form.hint-line") + measured;
    }

    private String value() {
        var form = model.formProperty().get();
        return form == null ? "" : form.value(field.id());
    }

    private Node line() {
        TextInputControl input = field.kind() == FieldKind.TEXTAREA ? new TextArea(value()) : new TextField(value());
        if (input instanceof TextArea area) {
            area.setPrefRowCount(3);
            area.setWrapText(true);
        }
        input.setId("form-line");
        input.setAccessibleText(field.name());
        input.textProperty().addListener((observable, old, text) -> refusal.setText(""));
        if (field.kind() == FieldKind.NUMBER) {
            MeasureKey.on(input, this::measure);
        }
        return input;
    }

    private void key(KeyEvent event) {
        boolean isPlainEnter = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
        boolean isNewLine = isPlainEnter && event.isShiftDown() && first instanceof TextArea;
        if (event.getCode() == KeyCode.ESCAPE) {
            leave.accept(false, false);
            event.consume();
        } else if ((event.getCode() == KeyCode.TAB || isPlainEnter) && !isNewLine) {
            event.consume();
            boolean isUnanswered = first instanceof ChoiceList list && list.isUnanswered();
            if (isPlainEnter && isUnanswered && value().isEmpty()) {
                return;
            }
            boolean isBack = event.getCode() == KeyCode.TAB && event.isShiftDown();
            take(first instanceof ChoiceList list ? list.chosen() : ((TextInputControl) first).getText(), isBack);
        }
    }

    private void take(String text) {
        take(text, false);
    }

    private void take(String text, boolean isBack) {
        if (text.equals(value())) {
            leave.accept(true, isBack);
            return;
        }
        switch (model.set(field.id(), text)) {
            case Answer.Taken taken -> leave.accept(true, isBack);
            case Answer.Refused refused -> {
                refusal.setText(words.refused(refused));
                focus();
            }
        }
    }
}
