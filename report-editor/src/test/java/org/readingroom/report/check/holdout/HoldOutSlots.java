package org.readingroom.report.check.holdout;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.model.Side;
import org.readingroom.report.testing.SampleReports;

/// The values that one line of a report keeps: its side and its numbers.
final class HoldOutSlots {
    private static final Pattern CHOICE = Pattern.compile("<([^<>]*\\|[^<>]*)>");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?::(\\d+)-(\\d+))?}");
    private static final Pattern START = Pattern.compile("^[a-z]|(?<=[.] )[lr](?=eft|ight)");
    private static final List<String> DATES_ZH = List.of("yyyy-MM-dd", "yyyy年M月d日", "yyyy.MM.dd", "yyyy/M/d");
    private static final List<String> DATES_EN = List.of("yyyy-MM-dd", "MMMM d, yyyy", "d MMM yyyy", "M/d/yyyy");

    private final Map<String, String> values = new HashMap<>();
    private final boolean isChinese;
    private final boolean isLeft;
    private final Random chance;

    HoldOutSlots(boolean isChinese, boolean isLeft, Map<String, String> known, Random chance) {
        this.isChinese = isChinese;
        this.isLeft = isLeft;
        this.chance = chance;
        values.putAll(known);
    }

    static String choose(String text, Random chance) {
        return CHOICE.matcher(text).replaceAll(found -> {
            String[] choices = found.group(1).split("\\|", -1);
            return Matcher.quoteReplacement(choices[chance.nextInt(choices.length)]);
        });
    }

    Side side() {
        return isLeft ? Side.LEFT : Side.RIGHT;
    }

    /// The same numbers on the other side.
    HoldOutSlots mirrored() {
        return new HoldOutSlots(isChinese, !isLeft, values, chance);
    }

    double millimetres() {
        return Double.parseDouble(value("mm", "", ""));
    }

    String fill(String text) {
        String filled = SLOT.matcher(text)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        switch (slot.group(1)) {
                            case "S" -> word(isLeft);
                            case "O" -> word(!isLeft);
                            case "mmr" -> String.valueOf(Math.round(millimetres()));
                            case "cm" -> String.format(Locale.ROOT, "%.1f", millimetres() / 10);
                            default -> value(slot.group(1), slot.group(2), slot.group(3));
                        }));
        return isChinese
                ? filled
                : START.matcher(filled).replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }

    private String word(boolean left) {
        return isChinese ? left ? "左" : "右" : left ? "left" : "right";
    }

    private String value(String name, String low, String high) {
        return values.computeIfAbsent(name, key -> switch (key) {
            case "mm" -> String.format(Locale.ROOT, "%.1f", 6 + chance.nextInt(140) / 10.0);
            case "date" -> date();
            default -> {
                int from = Integer.parseInt(low);
                yield String.valueOf(from + chance.nextInt(Integer.parseInt(high) - from + 1));
            }
        });
    }

    private String date() {
        LocalDate day = SampleReports.TODAY.minusDays(30L + chance.nextInt(900));
        List<String> forms = isChinese ? DATES_ZH : DATES_EN;
        return day.format(DateTimeFormatter.ofPattern(forms.get(chance.nextInt(forms.size())), Locale.ENGLISH));
    }
}
