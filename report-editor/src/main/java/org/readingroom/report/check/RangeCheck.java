package org.readingroom.report.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.readingroom.report.text.WrittenNumber;

/// A number that what it measures cannot have, as a spleen of 108 cm.
// [impl->req~report.check.ranges~1]
final class RangeCheck implements ReportCheck {
    /// chosen: room for `约` or `is about` between the words and their number.
    private static final int NEAR = 12;

    /// What follows a pause belongs to something else, as the size of a nodule after its organ.
    private static final Pattern PAUSE = Pattern.compile("[，,；;。（(]");

    private final CheckWords words;

    RangeCheck(CheckWords words) {
        this.words = words;
    }

    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        for (ReportReading.Read read : reading.sentences()) {
            String text = read.sentence().text();
            List<WordTrie.Hit<CheckWords.Range>> hits = words.ranges.in(text.toLowerCase(Locale.ROOT));
            if (hits.isEmpty()) {
                continue;
            }
            List<WrittenNumber> numbers = WrittenNumber.in(text);
            for (WordTrie.Hit<CheckWords.Range> hit : hits) {
                numbers.stream()
                        .filter(number -> number.start() >= hit.end()
                                && number.start() <= hit.end() + NEAR
                                && !PAUSE.matcher(text)
                                        .region(hit.end(), number.start())
                                        .find())
                        .findFirst()
                        .filter(number -> isImpossible(number, hit.value()))
                        .ifPresent(number -> found.accept(
                                read.concern("number.implausible", text.substring(hit.start(), end(text, number)))));
            }
        }
    }

    private static boolean isImpossible(WrittenNumber number, CheckWords.Range range) {
        boolean comparable = range.unit().equals(number.ucum())
                || range.unit().equals("mm") && number.ucum().equals("cm");
        BigDecimal value = number.inMillimetres();
        return comparable
                && (value.compareTo(BigDecimal.valueOf(range.min())) < 0
                        || value.compareTo(BigDecimal.valueOf(range.max())) > 0);
    }

    private static int end(String text, WrittenNumber number) {
        return number.ucum().isEmpty() ? number.end() : Math.min(text.length(), number.end() + 3);
    }
}
