package org.readingroom.report.ui.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.template.FieldChoice;
import org.readingroom.report.template.FieldKind;
import org.readingroom.report.template.TemplateField;

/// The options of a list, numbered: a digit chooses, letters go to the option that begins with them, arrows go through.
/// Of a list that takes several, a digit or Space puts one in or out. Nothing is chosen until a person chooses.
///
/// **Thread:** `fx`.
final class ChoiceList extends ListView<FieldChoice> {
    private static final double ROW = 24;
    /// chosen: more rows would cover what the list is about.
    private static final int MOST_ROWS = 9;

    private final TemplateField field;
    private final Consumer<String> choose;
    private final Set<String> several = new LinkedHashSet<>();
    private String typed = "";

    /// `choose` is told of a choice that was made at once, by a digit or a click.
    ChoiceList(TemplateField field, String value, FormWords words, Consumer<String> choose) {
        this.field = field;
        this.choose = choose;
        setId("form-list");
        getStyleClass().add("form-list");
        getItems().setAll(choices(field, words));
        if (field.isMultiple() && !value.isEmpty()) {
            several.addAll(Arrays.asList(value.split(TemplateField.SEPARATOR, -1)));
        }
        setFixedCellSize(ROW);
        setPrefHeight(ROW * Math.min(MOST_ROWS, getItems().size()) + 2);
        setMinHeight(getPrefHeight());
        setCellFactory(list -> new Cell());
        setAccessibleText(field.name());
        int at = -1;
        for (int i = 0; i < getItems().size(); i++) {
            at = getItems().get(i).words().equals(value) ? i : at;
        }
        if (at >= 0) {
            getSelectionModel().select(at);
            scrollTo(at);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_TYPED, this::type);
        setOnMouseClicked(event -> one(getSelectionModel().getSelectedIndex()));
    }

    private static List<FieldChoice> choices(TemplateField field, FormWords words) {
        if (field.kind() != FieldKind.CHECKBOX) {
            return field.choices();
        }
        return List.of(
                new FieldChoice("true", words.get("report.form.yes"), "true", null),
                new FieldChoice("false", words.get("report.form.no"), "false", null));
    }

    /// The words of what is chosen now, as the form takes them.
    String chosen() {
        if (field.isMultiple()) {
            return getItems().stream()
                    .map(FieldChoice::words)
                    .filter(several::contains)
                    .collect(Collectors.joining(TemplateField.SEPARATOR));
        }
        FieldChoice choice = getSelectionModel().getSelectedItem();
        return choice == null ? "" : choice.words();
    }

    /// Whether there is nothing to take yet, in a field that may not stay empty.
    boolean isUnanswered() {
        return !field.mayBeEmpty() && chosen().isEmpty();
    }

    private void one(int index) {
        if (index < 0 || index >= getItems().size()) {
            return;
        }
        getSelectionModel().select(index);
        if (!field.isMultiple()) {
            choose.accept(chosen());
            return;
        }
        String words = getItems().get(index).words();
        if (!several.remove(words)) {
            several.add(words);
        }
        refresh();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && field.isMultiple()) {
            one(getSelectionModel().getSelectedIndex());
            event.consume();
            return;
        }
        boolean isArrow = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
        if (isArrow && getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel()
                    .select(event.getCode() == KeyCode.DOWN ? 0 : getItems().size() - 1);
            scrollTo(getSelectionModel().getSelectedIndex());
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        String letter = event.getCharacter();
        if (event.isShortcutDown() || event.isAltDown() || letter.isBlank() || letter.charAt(0) < ' ') {
            return;
        }
        event.consume();
        if (letter.charAt(0) >= '1' && letter.charAt(0) <= '9') {
            one(letter.charAt(0) - '1');
            return;
        }
        String more = typed + letter.toLowerCase(Locale.ROOT);
        typed = find(more) ? more : letter.toLowerCase(Locale.ROOT);
        find(typed);
    }

    private boolean find(String beginning) {
        for (int i = 0; i < getItems().size(); i++) {
            FieldChoice choice = getItems().get(i);
            boolean isIt = new ArrayList<>(List.of(choice.label(), choice.words(), choice.code()))
                    .stream().anyMatch(words -> words.toLowerCase(Locale.ROOT).startsWith(beginning));
            if (isIt) {
                getSelectionModel().select(i);
                scrollTo(i);
                return true;
            }
        }
        return false;
    }

    private final class Cell extends ListCell<FieldChoice> {
        @Override
        protected void updateItem(@Nullable FieldChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setText(null);
                return;
            }
            String number = getIndex() < 9 ? (getIndex() + 1) + "  " : "    ";
            String tick = field.isMultiple() ? (several.contains(choice.words()) ? "☑ " : "☐ ") : "";
            setText(number + tick + (choice.label().isEmpty() ? "—" : choice.label()));
        }
    }
}
