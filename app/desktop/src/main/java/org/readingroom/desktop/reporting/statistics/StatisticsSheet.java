package org.readingroom.desktop.reporting.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.WhileShown;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reporting.statistics.StatisticsModel.Choice;
import org.readingroom.desktop.reporting.statistics.StatisticsTable.Line;
import org.readingroom.report.critical.CriticalRate;
import org.readingroom.report.statistics.Grouping;
import org.readingroom.report.statistics.Measures;
import org.readingroom.services.reporting.ReportStatistics.Counted;

/// The figures of the department over a period: bars with their numbers, the same numbers as a table, what
/// each counts.
///
/// Keys: **1** to **3** choose a period, **G** the next grouping, **E** exports.
///
/// **Thread:** FX.
// [impl->req~report.statistics.sheet~1]
public final class StatisticsSheet {
    private final StatisticsModel model;
    private final StatisticsWords words;
    private final boolean isFileBroken;
    private final Runnable export;
    private final Label summary = label("statistics-summary", "strong");
    private final Label remark = label("statistics-remark", "attention");
    private final Label critical = label("statistics-critical", "quiet");
    private final Label grades = label("statistics-grades", "quiet");
    private final StatisticsFigures figures;
    private final Button cancel = new Button();
    private final VBox body = new VBox(10);

    /// `export` writes what is shown.
    public StatisticsSheet(StatisticsModel model, Words spoken, boolean isFileBroken, Runnable export) {
        this.model = model;
        this.words = new StatisticsWords(spoken);
        this.figures = new StatisticsFigures(words);
        this.isFileBroken = isFileBroken;
        this.export = export;
        body.setId("statistics");
        body.getStyleClass().add("sheet-body");
        cancel.setId("statistics-cancel");
        cancel.setOnAction(event -> model.cancel());
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        build();
        WhileShown.follow(
                body,
                () -> Subscription.combine(
                        spoken.messagesProperty().subscribe((before, now) -> build()),
                        model.countedProperty().subscribe(this::show),
                        model.countingProperty().subscribe(this::show),
                        model.groupingProperty().subscribe(this::show),
                        model::cancel));
    }

    public Node body() {
        return body;
    }

    /// What is shown as CSV; nothing while nothing is counted.
    public Optional<String> csv() {
        Counted counted = model.countedProperty().get();
        Measures whole = model.whole();
        if (counted == null || whole == null) {
            return Optional.empty();
        }
        StatisticsCsv csv = new StatisticsCsv(words, counted.period());
        lines(whole).forEach(line -> csv.add(line.name(), line.measures(), words.limits(model.rules())));
        csv.add(rate(counted));
        csv.add(counted.grades());
        return Optional.of(csv.text());
    }

    /// The name that a file of what is shown is proposed under.
    public String fileName() {
        var period = model.periodProperty().get();
        return "statistics-" + period.first() + "-" + period.last() + ".csv";
    }

    private void build() {
        figures.speak();
        cancel.setText(words.get("cancel"));
        cancel.setTooltip(new Tooltip(words.get("cancel-tip")));
        PeriodChooser periods = new PeriodChooser(model, words);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button out = new Button(words.get("export"));
        out.setId("statistics-export");
        out.setTooltip(new Tooltip(words.get("export-tip")));
        out.setOnAction(event -> export.run());
        out.disableProperty().bind(model.countedProperty().isNull());
        periods.getChildren().addAll(gap, groupings(), out);
        Label define = label("statistics-definitions", "quiet");
        define.getStyleClass().add("dense");
        define.setText(words.definitions(model.rules()));
        define.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane rest = new ScrollPane(new VBox(12, figures, critical, grades, define));
        rest.setFitToWidth(true);
        rest.setFocusTraversable(false);
        VBox.setVgrow(rest, Priority.ALWAYS);
        body.getChildren().setAll(periods, new HBox(12, summary, cancel), remark, rest);
        show();
    }

    private ChoiceBox<Grouping> groupings() {
        ChoiceBox<Grouping> box = new ChoiceBox<>();
        box.setId("statistics-by");
        box.getItems().setAll(Grouping.values());
        box.setTooltip(new Tooltip(words.get("by-tip")));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Grouping by) {
                return by == null ? "" : words.by(by);
            }

            @Override
            public Grouping fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        box.valueProperty().bindBidirectional(model.groupingProperty());
        return box;
    }

    private void show() {
        Counted counted = model.countedProperty().get();
        Measures whole = model.whole();
        boolean isCounting = model.countingProperty().get();
        cancel.setVisible(isCounting);
        cancel.setManaged(isCounting);
        summary.setText(summary(whole, isCounting));
        remark.setText(remark(counted));
        remark.setManaged(!remark.getText().isEmpty());
        figures.show(whole == null || whole.signed() == 0 ? List.of() : lines(whole));
        critical.setText(counted == null ? "" : words.critical(rate(counted)));
        grades.setText(counted == null ? "" : words.grades(counted.grades()));
        critical.setManaged(!critical.getText().isEmpty());
    }

    private String summary(@Nullable Measures whole, boolean isCounting) {
        String period = words.period(model.periodProperty().get());
        if (isCounting) {
            return words.get("counting", period);
        }
        if (whole == null) {
            return words.get(model.faultProperty().get() == null ? "not-counted" : "failed", period);
        }
        return whole.signed() == 0
                ? words.get("empty", period)
                : words.get("summary", period, whole.signed(), whole.issued(), whole.signed() - whole.issued());
    }

    private String remark(@Nullable Counted counted) {
        String broken = isFileBroken ? words.get("rules-broken") + "  " : "";
        return counted == null || counted.unreadable() == 0
                ? broken.strip()
                : broken + words.get("unreadable", counted.unreadable());
    }

    private static CriticalRate rate(Counted counted) {
        return CriticalRate.of(counted.critical(), CriticalRate.TEN_MINUTES, counted.at());
    }

    /// All together first, then the groups.
    private List<Line> lines(Measures whole) {
        List<Line> lines = new ArrayList<>(List.of(new Line(words.get("all"), whole)));
        Grouping by = model.groupingProperty().get();
        model.groups().forEach(row -> lines.add(new Line(words.group(by, row.code()), row.measures())));
        return lines;
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> model.choose(Choice.MONTH);
            case DIGIT2, NUMPAD2 -> model.choose(Choice.MONTH_BEFORE);
            case DIGIT3, NUMPAD3 -> model.choose(Choice.THIRTY_DAYS);
            case G -> {
                Grouping[] all = Grouping.values();
                Grouping now = model.groupingProperty().get();
                model.groupingProperty().set(all[(now.ordinal() + 1) % all.length]);
            }
            case E -> {
                if (model.countedProperty().get() != null) {
                    export.run();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
