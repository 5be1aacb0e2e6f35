package org.readingroom.desktop.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.critical.CriticalRate;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.quality.GradedImages;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.statistics.Measures;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.ReportFact;
import org.readingroom.report.statistics.StatisticsRules;
import org.readingroom.report.statistics.Urgency;

class StatisticsCsvTest {
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Period MARCH = Period.month(LocalDate.of(2026, 3, 9), ZoneOffset.UTC);

    private final StatisticsWords english = new StatisticsWords(new Words(Locale.ENGLISH));
    private final StatisticsWords chinese = new StatisticsWords(new Words(Locale.SIMPLIFIED_CHINESE));

    // [utest->req~report.statistics.export~1]
    @Test
    void eachFigureIsARowWithItsNumeratorAndDenominator() {
        StatisticsCsv csv = new StatisticsCsv(english, MARCH);
        csv.add("CT", measures(fact(70, Polarity.POSITIVE), fact(75, Polarity.NEGATIVE), fact(0, null)), "limits");
        csv.add(new CriticalRate(3, 1, 0, 2));
        List<String> lines = csv.text().lines().toList();
        assertEquals(15, lines.size(), "a head and fourteen figures");
        assertTrue(lines.getFirst().startsWith("\uFEFFFrom,Until,Group,Measure,Numerator,"), lines.getFirst());
        assertEquals("2026-03-01,2026-03-31,CT,In time,2,3,66.7,%,,limits", lines.get(1));
        assertTrue(lines.stream()
                .anyMatch(line ->
                        line.startsWith("2026-03-01,2026-03-31,CT,Study → reviewed (median),2,2,72.5,min,,\"")));
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith(
                        "2026-03-01,2026-03-31,CT,Order → reviewed (median),0,2,no data,min," + "without time 2,\"")));
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("2026-03-01,2026-03-31,CT,Positive,1,2,50.0,%,,\"")));
        assertTrue(lines.getLast()
                .startsWith("2026-03-01,2026-03-31,All,Critical values told within 10 minutes,3,4,75.0,%,Still"
                        + " running 2,\""));
    }

    @Test
    void ofNothingItSaysThatThereIsNoDataInChineseToo() {
        StatisticsCsv csv = new StatisticsCsv(chinese, MARCH);
        csv.add("合计", measures(), "");
        assertTrue(csv.text().contains("2026-03-01,2026-03-31,合计,阳性,0,0,无数据,%,,"), csv.text());
    }

    // [utest->req~report.statistics.grades~1]
    @Test
    void gradesAreSharesOfAllThatWereGiven() {
        List<GradedImages> grades = List.of(
                new GradedImages("CT", ImageGrade.A, EIGHT),
                new GradedImages("MR", ImageGrade.A, EIGHT),
                new GradedImages("CT", ImageGrade.C, EIGHT));
        assertEquals("Image grades given: A 2/3 = 66.7 %; C 1/3 = 33.3 %", english.grades(grades));
        assertEquals("图像质量评级：无数据", chinese.grades(List.of()));
        StatisticsCsv csv = new StatisticsCsv(english, MARCH);
        csv.add(grades);
        assertTrue(csv.text().contains(",All,Image grade A,2,3,66.7,%,,"), csv.text());
        assertTrue(csv.text().contains(",CT,Image grade C,1,2,50.0,%,,"), csv.text());
    }

    @Test
    void timesAreSaidToTheNearestMinute() {
        assertEquals("0 min", english.took(Optional.of(Duration.ofSeconds(29))));
        assertEquals("1 min", english.took(Optional.of(Duration.ofSeconds(30))));
        assertEquals("59 min", english.took(Optional.of(Duration.ofMinutes(59))));
        assertEquals("1 h 00 min", english.took(Optional.of(Duration.ofSeconds(3570))));
        assertEquals("47 h 59 min", english.took(Optional.of(Duration.ofMinutes(2879))));
        assertEquals("2 d 0 h", english.took(Optional.of(Duration.ofHours(48))));
        assertEquals("no data", english.took(Optional.empty()));
    }

    private static Measures measures(ReportFact... facts) {
        return Measures.of(List.of(facts), StatisticsRules.shipped(), EIGHT.plus(Duration.ofDays(9)));
    }

    /// An emergency that was reviewed so many minutes after eight; never, without a mark.
    private static ReportFact fact(int minutes, @org.jspecify.annotations.Nullable Polarity mark) {
        return new ReportFact(
                "CT",
                "",
                Urgency.EMERGENCY,
                null,
                EIGHT,
                EIGHT.plusSeconds(60),
                null,
                mark == null ? null : EIGHT.plus(Duration.ofMinutes(minutes)),
                mark == null ? Polarity.UNMARKED : mark,
                0,
                false,
                false,
                null);
    }
}
