package org.readingroom.desktop.reporting.aftercare;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.ConformityMark;
import org.readingroom.report.quality.ConformitySource;

/// Asks whether the diagnosis of the open report held, and shows what was said of it so far. Nothing is
/// chosen beforehand: a verdict is somebody's.
///
/// **Thread:** FX.
final class ConformityForm extends VBox {
    private final AftercareModel model;
    private final Words words;
    private final Runnable badDay;
    private final Label said = new Label();
    private final ChoiceBox<Conformity> verdict;
    private final ChoiceBox<ConformitySource> source;
    private final TextField found = new TextField();
    private final TextField remark = new TextField();

    /// `badDay` is told of a day that is none.
    ConformityForm(AftercareModel model, Words words, Runnable badDay) {
        super(6);
        this.model = model;
        this.words = words;
        this.badDay = badDay;
        verdict = box("verdict", List.of(Conformity.values()), Conformity::messageKey);
        source = box("source", List.of(ConformitySource.values()), ConformitySource::messageKey);
        said.setId("aftercare-said");
        said.setWrapText(true);
        found.setId("aftercare-found");
        found.setPrefColumnCount(8);
        found.setText(model.today().toString());
        found.setTooltip(new Tooltip(words.get("desktop.aftercare.found-tip")));
        remark.setId("aftercare-remark");
        remark.setPromptText(words.get("desktop.aftercare.remark"));
        remark.setOnAction(event -> save());
        HBox.setHgrow(remark, Priority.ALWAYS);
        Button save = new Button(words.get("desktop.aftercare.compare"));
        save.setId("aftercare-compare");
        save.setTooltip(new Tooltip(words.get("desktop.aftercare.compare-tip")));
        save.setOnAction(event -> save());
        save.disableProperty()
                .bind(verdict.valueProperty().isNull().or(source.valueProperty().isNull()));
        Label head = new Label(words.get("desktop.aftercare.conformity"));
        head.getStyleClass().add("heading");
        HBox line =
                new HBox(8, named("verdict", verdict), named("source", source), named("found", found), remark, save);
        line.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().setAll(head, said, line);
    }

    void show(List<ConformityMark> marks) {
        said.setText(
                marks.isEmpty()
                        ? words.get("desktop.aftercare.not-compared")
                        : marks.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(ConformityMark mark) {
        return words.get(
                "desktop.aftercare.mark",
                words.get(mark.verdict().messageKey()),
                words.get(mark.source().messageKey()),
                mark.found().toString(),
                mark.version(),
                mark.name(),
                mark.words());
    }

    private void save() {
        Conformity chosen = verdict.getValue();
        ConformitySource by = source.getValue();
        if (chosen == null || by == null) {
            (chosen == null ? verdict : source).requestFocus();
            return;
        }
        try {
            LocalDate day = LocalDate.parse(found.getText().strip());
            model.compare(chosen, by, day, remark.getText(), () -> {
                verdict.setValue(null);
                remark.clear();
            });
        } catch (DateTimeException e) {
            badDay.run();
        }
    }

    /// `field` with its name above.
    private VBox named(String name, Control field) {
        Label label = new Label(words.get("desktop.aftercare." + name));
        label.getStyleClass().add("quiet");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return new VBox(2, label, field);
    }

    private <T> ChoiceBox<T> box(String name, List<T> values, Function<T, String> key) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId("aftercare-" + name);
        box.getItems().setAll(values);
        box.setTooltip(new Tooltip(words.get("desktop.aftercare." + name + "-tip")));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.get(key.apply(value));
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        return box;
    }
}
