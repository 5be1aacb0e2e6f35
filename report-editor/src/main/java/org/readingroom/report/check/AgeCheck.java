package org.readingroom.report.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An age is written that is not the patient's, as when words of another report were taken over.
// [impl->req~report.check.phrases~1]
final class AgeCheck implements ReportCheck {
    private static final Pattern AGE = Pattern.compile(
            "(?i)(?:患者|病人|男性?|女性?)[，,：: ]{0,2}(?:男|女)?[性，, ]{0,2}(?:年龄)?(\\d{1,3})\\s*岁"
                    + "|(?<!\\d)(\\d{1,3})\\s*岁(?:男|女|患者)"
                    + "|\\b(\\d{1,3})[- ]?(?:(?:years?|yrs?)[- ]?old|yo|y/o)[ -](?:patient|fe?male|(?:wo)?man|lady|gentleman|boy|girl|[mf]\\b)");
    /// Another person's age, or the patient's at another time.
    private static final Pattern OTHER = Pattern.compile(
            "(?i)父|母|兄|姐|弟|妹|家族|骨龄|相当于|史|\\b(?:family|father|mother|brother|sister|bone age|history|since|at age)\\b");

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        LocalDate born = reading.context().report().study().patient().birthDate();
        LocalDateTime taken = reading.context().report().study().studyTime();
        if (born == null || taken == null || born.isAfter(taken.toLocalDate())) {
            return;
        }
        int age = Period.between(born, taken.toLocalDate()).getYears();
        for (ReportReading.Read read : reading.sentences()) {
            String text = read.sentence().text();
            if (text.indexOf('岁') < 0 && text.indexOf('y') < 0) {
                continue;
            }
            Matcher matcher = AGE.matcher(text);
            while (matcher.find()) {
                String written = matcher.group(1) != null
                        ? matcher.group(1)
                        : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                // nominal ages count the year begun
                if (Math.abs(Integer.parseInt(written) - age) > 1
                        && !OTHER.matcher(text).find()) {
                    found.accept(read.concern("age.statement", matcher.group().strip()));
                }
            }
        }
    }
}
