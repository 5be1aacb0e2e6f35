package org.readingroom.desktop.reporting.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.readingroom.report.critical.CriticalRate;
import org.readingroom.report.quality.GradedImages;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.register.RegisterCsv;
import org.readingroom.report.statistics.Grouping;
import org.readingroom.report.statistics.Measures;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.Share;
import org.readingroom.report.statistics.Spread;
import org.readingroom.report.statistics.Step;

/// The figures as a table for spreadsheets, one figure a row: period, group, what it is, numerator,
/// denominator, value, unit, what was left out, and its definition. No patient, no person.
// [impl->req~report.statistics.export~1]
final class StatisticsCsv {
    private static final List<String> COLUMNS = List.of(
            "from", "until", "group", "measure", "numerator", "denominator", "value", "unit", "left-out", "definition");

    private final StatisticsWords words;
    private final Period period;
    private final List<List<String>> rows = new ArrayList<>();

    StatisticsCsv(StatisticsWords words, Period period) {
        this.words = words;
        this.period = period;
    }

    /// `limits` says which limits the share in time follows.
    void add(String group, Measures measures, String limits) {
        share(
                group,
                "in-time",
                measures.inTime().share(),
                left("running", measures.inTime().running())
                        + left("unmeasured", measures.inTime().unmeasured()),
                limits);
        for (Step step : Step.values()) {
            Spread spread = measures.spread(step);
            String key = "step." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
            took(group, key, "median", spread, spread.median());
            took(group, key, "ninetieth", spread, spread.ninetieth());
        }
        share(
                group,
                "positive",
                measures.positive(),
                left("unmarked", measures.unmarked()),
                words.get("define.positive"));
        share(group, "returned", measures.returned(), "", words.get("define.returned"));
        share(group, "corrected", measures.corrected(), "", words.get("define.corrected"));
        share(
                group,
                "conforms",
                measures.conforms(),
                left("partly", measures.partly()) + left("undecided", measures.undecided()),
                words.get("define.conforms"));
    }

    void add(CriticalRate rate) {
        Share share = new Share(rate.inTime(), rate.counted());
        share(words.get("all"), "critical", share, left("running", rate.open()), words.get("define.critical"));
    }

    /// The grades of images, all together and by modality.
    // [impl->req~report.statistics.grades~1]
    void add(List<GradedImages> grades) {
        grades(words.get("all"), grades);
        new TreeSet<>(grades.stream().map(GradedImages::modality).toList())
                .forEach(modality -> grades(
                        words.group(Grouping.MODALITY, modality),
                        grades.stream()
                                .filter(each -> each.modality().equals(modality))
                                .toList()));
    }

    private void grades(String group, List<GradedImages> grades) {
        for (ImageGrade grade : ImageGrade.values()) {
            Share share = StatisticsWords.share(grade, grades);
            if (share.count() > 0) {
                share(group, words.get("column.grade") + " " + words.name(grade), share);
            }
        }
    }

    /// With the mark that tells spreadsheets that it is UTF-8.
    String text() {
        return RegisterCsv.of(
                COLUMNS.stream().map(column -> words.get("csv." + column)).toList(), rows);
    }

    private void share(String group, String measure, Share share) {
        named(group, measure, share, "", words.get("define.grades"));
    }

    private void share(String group, String measure, Share share, String leftOut, String definition) {
        named(group, words.get("column." + measure), share, leftOut, definition);
    }

    private void named(String group, String measure, Share share, String leftOut, String definition) {
        String value = share.percent().isEmpty()
                ? words.get("no-data")
                : String.format(Locale.ROOT, "%.1f", share.percent().getAsDouble());
        row(
                group,
                measure,
                Integer.toString(share.count()),
                Integer.toString(share.all()),
                value,
                "%",
                leftOut,
                definition);
    }

    private void took(String group, String step, String which, Spread spread, Optional<Duration> took) {
        row(
                group,
                words.get("column." + step) + " " + words.get(which),
                Integer.toString(spread.counted()),
                Integer.toString(spread.counted() + spread.missing() + spread.doubtful()),
                took.map(time -> String.format(Locale.ROOT, "%.1f", time.toSeconds() / 60.0))
                        .orElse(words.get("no-data")),
                "min",
                left("missing", spread.missing()) + left("doubtful", spread.doubtful()),
                words.get("define.times"));
    }

    private String left(String key, int count) {
        return count == 0 ? "" : words.get("column." + key) + " " + count + " ";
    }

    private void row(String group, String measure, String... rest) {
        List<String> cells =
                new ArrayList<>(List.of(period.first().toString(), period.last().toString(), group, measure));
        for (String cell : rest) {
            cells.add(cell.strip());
        }
        rows.add(List.copyOf(cells));
    }
}
