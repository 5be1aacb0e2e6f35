package org.readingroom.report.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number with its unit as someone wrote it in a report.
///
/// `ucum` is empty where no unit we know follows. In `12 × 8 mm` the unit goes for both numbers.
public record WrittenNumber(BigDecimal value, String ucum, int start, int end) {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])[-−]?\\d+(?:\\.\\d+)?(?![\\d.]*\\d)");
    private static final Pattern UNIT = Pattern.compile(
            "\\s*(cm/s|厘米/秒|ms|毫秒|Hz|赫兹|mm²|mm2|cm²|cm2|mm|毫米|cm|厘米|公分|HU|Hu|SUVbw|SUVlbm|SUVbsa|Bq/mL|°|度|平方像素|像素|square pixels|pixels)(?![A-Za-z])");
    private static final Pattern TIMES = Pattern.compile("\\s*[×xX*]\\s*");

    /// Every number in `text`, in order.
    public static List<WrittenNumber> in(String text) {
        List<WrittenNumber> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            BigDecimal value = new BigDecimal(matcher.group().replace('−', '-'));
            numbers.add(new WrittenNumber(value, unitAfter(text, matcher.end()), matcher.start(), matcher.end()));
        }
        for (int i = numbers.size() - 2; i >= 0; i--) {
            WrittenNumber number = numbers.get(i);
            WrittenNumber next = numbers.get(i + 1);
            if (number.ucum.isEmpty()
                    && TIMES.matcher(text.substring(number.end, next.start)).matches()) {
                numbers.set(i, new WrittenNumber(number.value, next.ucum, number.start, number.end));
            }
        }
        return numbers;
    }

    /// The value in millimetres, when this is a length in mm or cm; else as it is.
    public BigDecimal inMillimetres() {
        return switch (ucum) {
            case "cm" -> value.movePointRight(1);
            case "cm2" -> value.movePointRight(2);
            default -> value;
        };
    }

    private static String unitAfter(String text, int at) {
        Matcher matcher = UNIT.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        return switch (matcher.group(1)) {
            case "cm/s", "厘米/秒" -> "cm/s";
            case "ms", "毫秒" -> "ms";
            case "Hz", "赫兹" -> "Hz";
            case "mm", "毫米" -> "mm";
            case "cm", "厘米", "公分" -> "cm";
            case "mm²", "mm2" -> "mm2";
            case "cm²", "cm2" -> "cm2";
            case "HU", "Hu" -> "[hnsf'U]";
            case "SUVbw", "SUVlbm" -> "{" + matcher.group(1) + "}g/ml";
            case "SUVbsa" -> "{SUVbsa}cm2/ml";
            case "Bq/mL" -> "Bq/mL";
            case "°", "度" -> "deg";
            case "平方像素", "square pixels" -> "{square_pixels}";
            default -> "{pixels}";
        };
    }
}
