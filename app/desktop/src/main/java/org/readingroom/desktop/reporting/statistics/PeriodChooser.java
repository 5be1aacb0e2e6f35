package org.readingroom.desktop.reporting.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.readingroom.desktop.reporting.statistics.StatisticsModel.Choice;
import org.readingroom.report.statistics.Period;

/// Three periods by one key each, and two days of one's own, which Enter takes.
///
/// **Thread:** FX.
final class PeriodChooser extends HBox {
    private final StatisticsModel model;
    private final StatisticsWords words;
    private final TextField from = new TextField();
    private final TextField until = new TextField();
    private final Label refused = new Label();

    PeriodChooser(StatisticsModel model, StatisticsWords words) {
        super(8);
        this.model = model;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        for (Choice choice : Choice.values()) {
            String key = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Button button = new Button(words.get("choice." + key));
            button.setId("statistics-" + key);
            button.setTooltip(new Tooltip(words.get("choice." + key + "-tip")));
            button.setOnAction(event -> model.choose(choice));
            getChildren().add(button);
        }
        day(from, "from");
        day(until, "until");
        refused.setId("statistics-refused");
        refused.getStyleClass().add("attention");
        getChildren().addAll(from, new Label("–"), until, refused);
        model.periodProperty().subscribe(this::show);
    }

    private void show(Period period) {
        from.setText(period.first().toString());
        until.setText(period.last().toString());
        refused.setText("");
    }

    private void day(TextField field, String name) {
        field.setId("statistics-" + name);
        field.setPrefColumnCount(8);
        field.setTooltip(new Tooltip(words.get(name + "-tip")));
        field.setOnAction(event -> take());
    }

    private void take() {
        try {
            LocalDate first = LocalDate.parse(from.getText().strip());
            LocalDate last = LocalDate.parse(until.getText().strip());
            if (last.isBefore(first)) {
                refused.setText(words.get("days-turned"));
                return;
            }
            model.choose(first, last);
        } catch (DateTimeException e) {
            refused.setText(words.get("bad-day"));
        }
    }
}
