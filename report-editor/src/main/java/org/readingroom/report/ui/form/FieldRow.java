package org.readingroom.report.ui.form;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.template.FieldChoice;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.FieldKind;
import org.readingroom.report.template.TemplateField;

/// One field of the form: its name, its control, its range, and why a value was not taken.
///
/// **Thread:** `fx`.
final class FieldRow extends VBox {
    private final FormModel model;
    private final TemplateField field;
    private final FormWords words;
    private final Node control;
    private final Label refusal = new Label();
    private final Button again = new Button();
    private boolean showing;

    FieldRow(FormModel model, TemplateField field, FormWords words) {
        this.model = model;
        this.field = field;
        this.words = words;
        getStyleClass().add("form-row");
        Label name = new Label(field.name());
        name.getStyleClass().add("form-name");
        name.setMinWidth(96);
        name.setMaxWidth(96);
        control = control();
        control.setId("form-field-" + field.id());
        HBox.setHgrow(control, Priority.ALWAYS);
        Label range = new Label(words.range(field));
        range.getStyleClass().add("report-quiet");
        again.setText(words.get("report.form.again"));
        again.setTooltip(new Tooltip(words.get("report.form.again-tip")));
        again.setOnAction(event -> model.ownSentence(field.id()).ifPresent(model::again));
        again.managedProperty().bind(again.visibleProperty());
        refusal.getStyleClass().add("report-failure");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        HBox line = new HBox(name, control, range, again);
        line.getStyleClass().add("form-line");
        getChildren().setAll(line, refusal);
    }

    /// The name of its field.
    String field() {
        return field.id();
    }

    boolean isFocusIn() {
        return control.isFocused();
    }

    /// Takes the measurement of the desk. False for a field of no numbers.
    boolean measure() {
        if (!model.measuring().isFor(field.id())) {
            return false;
        }
        refusal.setText("");
        if (model.measuring().take(field.id()) instanceof Answer.Refused refused) {
            refusal.setText(words.refused(refused));
        }
        show();
        return true;
    }

    void focus() {
        control.requestFocus();
    }

    /// Brings the control to what the form says.
    void show() {
        var form = model.formProperty().get();
        if (form == null) {
            return;
        }
        boolean isOwn = model.isOwn(field.id());
        again.setVisible(isOwn);
        control.setDisable(isOwn);
        control.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("gap"), form.gaps().contains(field.id()));
        String value = form.value(field.id());
        showing = true;
        try {
            switch (control) {
                case CheckBox box -> box.setSelected(value.equals("true"));
                case ComboBox<?> list -> select(list, value);
                case SeveralChoices several -> several.show(value);
                case TextInputControl input
                when !input.isFocused() || refusal.getText().isEmpty() -> {
                    if (!input.getText().equals(value)) {
                        input.setText(value);
                    }
                }
                case Label label -> label.setText(value.isEmpty() ? "—" : value + " " + field.unitWords());
                default -> {}
            }
        } finally {
            showing = false;
        }
    }

    private static void select(ComboBox<?> list, String value) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof FieldChoice choice
                    && choice.words().equals(value)) {
                list.getSelectionModel().select(i);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    private Node control() {
        return switch (field.kind()) {
            case COMPUTED -> new Label();
            case CHECKBOX -> box();
            case SELECTION_LIST -> field.isMultiple() ? several() : list();
            case TEXTAREA -> input(new TextArea());
            default -> input(new TextField());
        };
    }

    private CheckBox box() {
        CheckBox box = new CheckBox();
        box.setAccessibleText(field.name());
        box.selectedProperty().addListener((observable, old, isTicked) -> take(isTicked.toString()));
        return box;
    }

    private ComboBox<FieldChoice> list() {
        ComboBox<FieldChoice> list = new ComboBox<>();
        list.getItems().setAll(field.choices());
        list.setMaxWidth(Double.MAX_VALUE);
        list.setAccessibleText(field.name());
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable FieldChoice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public @Nullable FieldChoice fromString(String label) {
                return null;
            }
        });
        list.valueProperty().addListener((observable, old, choice) -> {
            if (choice != null) {
                take(choice.words());
            }
        });
        return list;
    }

    private SeveralChoices several() {
        return new SeveralChoices(field, this::take);
    }

    private TextInputControl input(TextInputControl input) {
        if (input instanceof TextArea area) {
            area.setPrefRowCount(2);
            area.setWrapText(true);
        }
        input.setAccessibleText(field.name());
        if (field.kind() == FieldKind.NUMBER) {
            MeasureKey.on(input, this::measure);
            input.setTooltip(new Tooltip(words.get("report.form.hint-measure")));
        }
        input.focusedProperty().addListener((observable, old, isFocused) -> {
            if (!isFocused) {
                take(input.getText());
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && input instanceof TextField) {
                take(input.getText());
                event.consume();
            }
        });
        return input;
    }

    private void take(String text) {
        var form = model.formProperty().get();
        if (showing || form == null || text.equals(form.value(field.id()))) {
            if (!showing) {
                refusal.setText("");
            }
            return;
        }
        refusal.setText(model.set(field.id(), text) instanceof Answer.Refused refused ? words.refused(refused) : "");
    }
}
