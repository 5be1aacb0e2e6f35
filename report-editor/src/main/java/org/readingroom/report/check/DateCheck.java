package org.readingroom.report.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date that no calendar has, or one that has not come yet.
// [impl->req~report.check.dates~1]
final class DateCheck implements ReportCheck {
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s*[-./年]\\s*(\\d{1,2})\\s*[-./月]\\s*(\\d{1,2})(?!\\d)日?");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(\\d{1,2}) (january|february|march|april|may|june|july|august|september|october|november|december) ((?:19|20)\\d{2})\\b");

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        LocalDate today = reading.context().facts().today();
        for (ReportReading.Read read : reading.sentences()) {
            String text = read.sentence().text();
            Matcher numbers = NUMBERS.matcher(text);
            while (numbers.find()) {
                if (isImpossible(numbers.group(1), number(numbers.group(2)), numbers.group(3), today)) {
                    found.accept(read.concern("date.impossible", numbers.group()));
                }
            }
            Matcher english = ENGLISH.matcher(text);
            while (english.find()) {
                int month =
                        Month.valueOf(english.group(2).toUpperCase(Locale.ROOT)).getValue();
                if (isImpossible(english.group(3), month, english.group(1), today)) {
                    found.accept(read.concern("date.impossible", english.group()));
                }
            }
        }
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
