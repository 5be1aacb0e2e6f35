package org.readingroom.report.phrase;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blanks of a phrase: `{直径}` is a word to fill in, `{size:mm}` a number with its unit.
///
/// In the report a blank stands as `【直径】` or `【size】 mm`, as those of templates do: while one is left the report
/// cannot be signed. Braces that hold no name stay as they are, and so do those over two lines.
public final class PhraseText {
    /// chosen: what can be read at a glance; longer braces are somebody's own words.
    private static final Pattern BLANK = Pattern.compile("\\{([^{}【】:\\n]{1,40})(?::([^{}【】:\\n]{1,12}))?}");

    private static final Pattern OPEN = Pattern.compile("【[^】\\n]*】");

    private PhraseText() {}

    /// Where a blank stands in a text.
    public record Blank(int start, int end) {}

    /// `text` as it stands in the report.
    // [impl->req~report.phrase.blanks~1]
    public static String inReport(String text) {
        Matcher matcher = BLANK.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            String unit = matcher.group(2) == null ? "" : " " + matcher.group(2).strip();
            String written = name.isEmpty() ? matcher.group() : "【" + name + "】" + unit;
            matcher.appendReplacement(out, Matcher.quoteReplacement(written));
        }
        return matcher.appendTail(out).toString();
    }

    /// Words of a report as a phrase: what stood open there is a blank again.
    public static String asPhrase(String report) {
        return OPEN.matcher(report)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "{" + found.group().substring(1, found.group().length() - 1) + "}"))
                .strip();
    }

    /// The first blank that begins at `from` or behind it.
    public static Optional<Blank> next(String report, int from) {
        Matcher matcher = OPEN.matcher(report);
        return from <= report.length() && matcher.find(Math.max(0, from))
                ? Optional.of(new Blank(matcher.start(), matcher.end()))
                : Optional.empty();
    }

    /// The last blank that ends at `to` or before it.
    public static Optional<Blank> previous(String report, int to) {
        Optional<Blank> last = Optional.empty();
        Optional<Blank> found = next(report, 0);
        while (found.isPresent() && found.get().end() <= to) {
            last = found;
            found = next(report, found.get().end());
        }
        return last;
    }
}
