package org.readingroom.report.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date that no calendar has, or one that has not come yet.
// [impl->req~report.check.dates~1]
final class DateCheck implements ReportCheck {
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})(?!\\d)日?");
    private static final String MONTH_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTHS =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final Pattern DAY_FIRST = Pattern.compile("(?i)\\b(\\d{1,2}) " + MONTHS + ",? ((?:19|20)\\d{2})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?i)\\b" + MONTHS + " (\\d{1,2}),? ((?:19|20)\\d{2})\\b");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    /// Either of the first two may be the month.
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/((?:19|20)\\d{2})(?!\\d)");

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        LocalDate today = reading.context().facts().today();
        for (ReportReading.Read read : reading.sentences()) {
            String text = read.sentence().text();
            if (!YEAR.matcher(text).find()) {
                continue;
            }
            Matcher numbers = NUMBERS.matcher(text);
            while (numbers.find()) {
                if (isImpossible(numbers.group(1), number(numbers.group(2)), numbers.group(3), today)) {
                    found.accept(read.concern("date.impossible", numbers.group()));
                }
            }
            each(DAY_FIRST, text, date -> isImpossible(date.group(3), month(date.group(2)), date.group(1), today))
                    .forEach(date -> found.accept(read.concern("date.impossible", date)));
            each(MONTH_FIRST, text, date -> isImpossible(date.group(3), month(date.group(1)), date.group(2), today))
                    .forEach(date -> found.accept(read.concern("date.impossible", date)));
            each(
                            SLASHED,
                            text,
                            date -> isImpossible(date.group(3), number(date.group(1)), date.group(2), today)
                                    && isImpossible(date.group(3), number(date.group(2)), date.group(1), today))
                    .forEach(date -> found.accept(read.concern("date.impossible", date)));
        }
    }

    private static List<String> each(Pattern pattern, String text, Predicate<MatchResult> isWrong) {
        return pattern.matcher(text)
                .results()
                .filter(isWrong)
                .map(MatchResult::group)
                .toList();
    }

    private static int month(String name) {
        return MONTH_NAMES.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static boolean isImpossible(String year, int month, String day, @Nullable LocalDate today) {
        try {
            LocalDate date = LocalDate.of(number(year), month, number(day));
            return today != null && date.isAfter(today);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
