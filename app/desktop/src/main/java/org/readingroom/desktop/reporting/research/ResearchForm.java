package org.readingroom.desktop.reporting.research;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.research.DateForm;
import org.readingroom.report.research.ResearchFields;
import org.readingroom.report.research.ResearchProject;

/// A research project as it is entered. What is refused is said under it, and everything typed stays.
final class ResearchForm extends VBox {
    private final Words words;
    private final TextField title = line("title");
    private final TextField ethics = line("ethics");
    private final TextField committee = line("committee");
    private final TextField validUntil = line("valid-until");
    private final TextField from = line("from");
    private final TextField to = line("to");
    private final TextField modality = line("modality");
    private final ChoiceBox<DateForm> dates = new ChoiceBox<>();
    private final CheckBox withCodes = new CheckBox();
    private final CheckBox withFreeText = new CheckBox();
    private final ResearchFieldList fields;
    private final Label refusal = new Label();
    private final GridPane grid = new GridPane(8, 6);

    ResearchForm(ResearchFields all, Words words, LocalDate today) {
        super(8);
        this.words = words;
        this.fields = new ResearchFieldList(all, new ResearchWords(words));
        getStyleClass().add("sheet-body");
        refusal.setId("research-refusal");
        refusal.getStyleClass().add("critical");
        refusal.setWrapText(true);
        dates.setId("research-dates");
        dates.getItems().setAll(DateForm.values());
        dates.setValue(DateForm.YEAR);
        dates.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable DateForm form) {
                return form == null ? "" : words.get(form.messageKey());
            }

            @Override
            public @Nullable DateForm fromString(String text) {
                return null;
            }
        });
        withCodes.setId("research-codes");
        withCodes.setSelected(true);
        withFreeText.setId("research-free-text");
        withFreeText.setText(words.get("desktop.research.free-text-note"));
        withFreeText.selectedProperty().subscribe((before, now) -> fields.withWords(now));
        from.setText(LocalDate.of(today.getYear(), 1, 1).toString());
        to.setText(today.toString());
        row("title", title);
        row("ethics", ethics);
        row("committee", committee);
        row("valid-until", validUntil);
        row("from", from);
        row("to", to);
        row("modality", modality);
        row("days", dates);
        row("codes", withCodes);
        row("free-text", withFreeText);
        VBox.setVgrow(fields, Priority.ALWAYS);
        getChildren().setAll(grid, fields, refusal);
    }

    void refuse(String why) {
        refusal.setText(why);
    }

    /// Empty, with words under the form, when a day cannot be read.
    Optional<ResearchProject> project() {
        Optional<LocalDate> until = day(validUntil);
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        if (until.isEmpty() || first.isEmpty() || last.isEmpty()) {
            refuse(words.get("desktop.research.no-day"));
            return Optional.empty();
        }
        return Optional.of(new ResearchProject(
                "",
                title.getText(),
                ethics.getText(),
                committee.getText(),
                until.get(),
                first.get(),
                last.get(),
                modality.getText().strip().toUpperCase(java.util.Locale.ROOT),
                fields.chosen(),
                dates.getValue(),
                withCodes.isSelected(),
                withFreeText.isSelected()));
    }

    private static Optional<LocalDate> day(TextField field) {
        try {
            return Optional.of(LocalDate.parse(field.getText().strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TextField line(String name) {
        TextField field = new TextField();
        field.setId("research-" + name);
        GridPane.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private void row(String name, Node node) {
        Label label = new Label(words.get("desktop.research.form." + name));
        label.setMinWidth(150);
        label.setLabelFor(node);
        node.setAccessibleText(label.getText());
        grid.addRow(grid.getRowCount(), label, node);
    }
}
