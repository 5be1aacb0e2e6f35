package org.readingroom.desktop.reporting.statistics;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.reporting.statistics.StatisticsBars.Bar;
import org.readingroom.desktop.reporting.statistics.StatisticsTable.Line;
import org.readingroom.report.statistics.Share;
import org.readingroom.report.statistics.Spread;
import org.readingroom.report.statistics.Step;

/// Four columns of bars, and under them the table of the same numbers.
///
/// **Thread:** FX.
final class StatisticsFigures extends VBox {
    /// chosen: more bars than these fit no column of the sheet; the table has all.
    private static final int MOST_BARS = 8;

    private final StatisticsWords words;
    private StatisticsTable table;

    StatisticsFigures(StatisticsWords words) {
        super(12);
        this.words = words;
        this.table = new StatisticsTable(words);
    }

    /// The language is another: the columns are named anew.
    void speak() {
        table = new StatisticsTable(words);
    }

    /// `lines` holds all together first; nothing is shown of none.
    void show(List<Line> lines) {
        if (lines.isEmpty()) {
            getChildren().clear();
            return;
        }
        table.show(lines);
        List<Line> most = Stream.concat(
                        Stream.of(lines.getFirst()),
                        lines.stream()
                                .skip(1)
                                .sorted(Comparator.comparingInt(
                                                (Line line) -> line.measures().signed())
                                        .reversed())
                                .limit(MOST_BARS - 1L))
                .toList();
        HBox bars = new HBox(
                28,
                shares("in-time", most, line -> line.measures().inTime().share()),
                times(most),
                shares("positive", most, line -> line.measures().positive()),
                shares("returned", most, line -> line.measures().returned()));
        if (getChildren().contains(table)) {
            getChildren().set(0, bars); // the table keeps the keyboard
        } else {
            getChildren().setAll(bars, table);
        }
    }

    private StatisticsBars shares(String key, List<Line> lines, Function<Line, Share> share) {
        List<Bar> bars = lines.stream()
                .map(line -> new Bar(
                        line.name(), share.apply(line).percent().orElse(0) / 100, 0, words.share(share.apply(line))))
                .toList();
        return new StatisticsBars("statistics-bars-" + key, words.get("column." + key), bars);
    }

    private StatisticsBars times(List<Line> lines) {
        ToDoubleFunction<Line> longest = line -> seconds(spread(line).ninetieth());
        double most = lines.stream().mapToDouble(longest).max().orElse(0);
        List<Bar> bars = lines.stream()
                .map(line -> new Bar(
                        line.name(),
                        most == 0 ? 0 : seconds(spread(line).median()) / most,
                        most == 0 ? 0 : longest.applyAsDouble(line) / most,
                        words.spread(spread(line))))
                .toList();
        return new StatisticsBars("statistics-bars-times", words.get("bars-times"), bars);
    }

    private static Spread spread(Line line) {
        return line.measures().spread(Step.ARRIVED_TO_ISSUED);
    }

    private static double seconds(Optional<Duration> took) {
        return took.map(time -> (double) time.toSeconds()).orElse(0.0);
    }
}
