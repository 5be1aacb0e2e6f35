package org.readingroom.desktop.reporting.statistics;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.readingroom.report.statistics.Measures;
import org.readingroom.report.statistics.Step;

/// The same numbers as the bars show and those beside them, one row a group, all together first.
///
/// **Thread:** FX.
final class StatisticsTable extends TableView<StatisticsTable.Line> {
    /// A group under its name.
    record Line(String name, Measures measures) {}

    private final StatisticsWords words;

    StatisticsTable(StatisticsWords words) {
        this.words = words;
        setId("statistics-table");
        setPrefHeight(210);
        setPlaceholder(new Label());
        column("group", 110, Line::name);
        number("signed", 75, line -> Integer.toString(line.measures().signed()));
        number("issued", 75, line -> Integer.toString(line.measures().issued()));
        number("in-time", 120, line -> words.share(line.measures().inTime().share()));
        number("running", 90, line -> Integer.toString(line.measures().inTime().running()));
        number(
                "unmeasured",
                95,
                line -> Integer.toString(line.measures().inTime().unmeasured()));
        for (Step step : Step.values()) {
            number(
                    "step." + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    190,
                    line -> words.spread(line.measures().spread(step)));
        }
        number("positive", 120, line -> words.share(line.measures().positive()));
        number("unmarked", 80, line -> Integer.toString(line.measures().unmarked()));
        number("returned", 120, line -> words.share(line.measures().returned()));
        number("corrected", 120, line -> words.share(line.measures().corrected()));
        number("conforms", 120, line -> words.share(line.measures().conforms()));
    }

    void show(List<Line> lines) {
        getItems().setAll(lines);
    }

    private TableColumn<Line, String> column(String key, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(words.get("column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        getColumns().add(column);
        return column;
    }

    private void number(String key, double width, Function<Line, String> text) {
        column(key, width, text).getStyleClass().add("number");
    }
}
