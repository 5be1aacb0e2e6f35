package org.readingroom.desktop.reporting.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.critical.CriticalRate;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.quality.GradedImages;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.statistics.Grouping;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.ReadingLimit;
import org.readingroom.report.statistics.Share;
import org.readingroom.report.statistics.Spread;
import org.readingroom.report.statistics.StatisticsRules;
import org.readingroom.report.statistics.Urgency;

/// Figures in words: each share with its numerator and denominator, "no data" where there was nothing to
/// count.
///
/// **Thread:** FX.
final class StatisticsWords {
    private final Words words;

    StatisticsWords(Words words) {
        this.words = words;
    }

    String get(String key, Object... arguments) {
        return words.get("desktop.statistics." + key, arguments);
    }

    /// `3/4 = 75.0 %`, or that there is no data.
    String share(Share share) {
        return share.all() == 0 ? get("no-data") : share.count() + "/" + share.all() + " = " + percent(share);
    }

    /// `75.0 %`, rounded half up; nothing of nothing.
    static String percent(Share share) {
        return share.percent().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", share.percent().getAsDouble());
    }

    /// To the nearest minute.
    String took(Optional<Duration> took) {
        if (took.isEmpty()) {
            return get("no-data");
        }
        long minutes = took.get().plusSeconds(30).toMinutes();
        long hours = minutes / 60;
        return hours == 0
                ? get("minutes", minutes)
                : hours < 48
                        ? get("hours", hours, String.format(Locale.ROOT, "%02d", minutes % 60))
                        : get("days", hours / 24, hours % 24);
    }

    String period(Period period) {
        return get("period", period.first().toString(), period.last().toString());
    }

    String group(Grouping by, String code) {
        return switch (by) {
            case URGENCY -> words.get(Urgency.valueOf(code).messageKey());
            case WRITER ->
                words.get(
                        code.equals(Grouping.TRAINEE)
                                ? "report.statistics.writer.trainee"
                                : "report.statistics.writer.physician");
            case MODALITY, PART -> code.isEmpty() ? get("unnamed") : code;
        };
    }

    String by(Grouping by) {
        return words.get(by.messageKey());
    }

    String critical(CriticalRate rate) {
        Share share = new Share(rate.inTime(), rate.counted());
        return get("critical", share(share), rate.late(), rate.uncertain(), rate.open());
    }

    /// How often each grade was given, of all that were given.
    String grades(List<GradedImages> grades) {
        String said = Stream.of(ImageGrade.values())
                .filter(grade -> share(grade, grades).count() > 0)
                .map(grade -> get("grade", name(grade), share(share(grade, grades))))
                .collect(Collectors.joining(words.locale().getLanguage().equals("zh") ? "；" : "; "));
        return get("grades", said.isEmpty() ? get("no-data") : said);
    }

    static Share share(ImageGrade grade, List<GradedImages> grades) {
        return new Share(
                (int) grades.stream().filter(each -> each.grade() == grade).count(), grades.size());
    }

    String name(ImageGrade grade) {
        return grade.name(words.locale().getLanguage().equals("zh") ? ReportLanguage.CHINESE : ReportLanguage.ENGLISH);
    }

    /// What each figure counts, and the limits that hold.
    String definitions(StatisticsRules rules) {
        return String.join(
                "\n",
                List.of(
                        get("define.signed"),
                        limits(rules),
                        get("define.times"),
                        get("define.positive"),
                        get("define.returned"),
                        get("define.corrected"),
                        get("define.conforms"),
                        get("define.grades"),
                        get("define.critical")));
    }

    /// What the share in time counts.
    String limits(StatisticsRules rules) {
        String limits = rules.limits().stream().map(this::limit).collect(Collectors.joining("; "));
        return get("define.in-time", limits.isEmpty() ? get("no-limits") : limits, rules.version());
    }

    /// Middle and ninetieth, and how many could not be measured.
    String spread(Spread spread) {
        if (spread.counted() == 0) {
            return get("no-data");
        }
        int left = spread.missing() + spread.doubtful();
        return took(spread.median()) + " · " + took(spread.ninetieth())
                + (left == 0 ? "" : " " + get("left-out", left));
    }

    private String limit(ReadingLimit limit) {
        String whose = words.get(limit.urgency().messageKey())
                + (limit.modalities().isEmpty()
                        ? ""
                        : " " + limit.modalities().stream().sorted().collect(Collectors.joining("/")));
        String within = took(Optional.of(limit.within()));
        return get(limit.temporaryCounts() ? "limit-temporary" : "limit", whose, within);
    }
}
