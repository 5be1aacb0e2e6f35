package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A lesion named by its number in somebody's words: `name` is that of its group, `from` and `to` where it stands.
record LesionMention(String name, int number, int from, int to) {
    /// What makes a number behind a name a size, a count, a day or a grade.
    private static final String NO_NUMBER = "(?![\\dA-Za-z]|[.．,]\\d|\\s*(?:[-–—~～×*/%％:]\\s*\\d|[x×]\\s*\\d|%|％|至|到|或"
            + "|(?:mm|cm|HU|Hu|o'clock|weeks?|months?|years?|days?|times|grade)\\b|毫米|厘米|公分|个|枚|处|颗|粒|例|月|年|天|日|周|次"
            + "|级|类|分|期|度|倍|点|区|段))";

    /// **Order:** as they stand.
    static List<LesionMention> in(String text, Set<String> names) {
        List<LesionMention> mentions = new ArrayList<>();
        String any = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(LesionMention::begun)
                .collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile(
                        "(" + any + ")\\s*(\\d{1,2})" + NO_NUMBER, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        while (!names.isEmpty() && matcher.find()) {
            String name = names.stream()
                    .filter(one -> one.equalsIgnoreCase(matcher.group(1)))
                    .findFirst()
                    .orElse(matcher.group(1));
            mentions.add(new LesionMention(name, Integer.parseInt(matcher.group(2)), matcher.start(), matcher.end()));
        }
        return mentions;
    }

    /// A name in Latin letters is no end of a longer word.
    private static String begun(String name) {
        return (name.matches("\\p{IsLatin}.*") ? "(?<!\\p{L})" : "") + Pattern.quote(name);
    }

    /// `text`, which begins with `old`, or with its name and number and other words, begun with `now` instead.
    /// As it is when it begins otherwise. Both are what the form puts before a sentence of the lesion, empty for
    /// the only one.
    static String exchanged(String text, String old, String now) {
        String words = text.stripLeading();
        String white = text.substring(0, text.length() - words.length());
        if (old.isEmpty() || old.equals(now)) {
            return text;
        }
        if (words.startsWith(old)) {
            String rest = words.substring(old.length());
            boolean isRaised = now.isEmpty() && old.endsWith(" ") && !rest.isEmpty();
            return white + now + (isRaised ? Character.toUpperCase(rest.charAt(0)) + rest.substring(1) : rest);
        }
        String bare = bare(old);
        boolean isNumbered = !now.isEmpty()
                && Pattern.compile(Pattern.quote(bare) + NO_NUMBER)
                        .matcher(words)
                        .lookingAt();
        return isNumbered ? white + bare(now) + words.substring(bare.length()) : text;
    }

    private static String bare(String lead) {
        return lead.replaceFirst("[:：]\\s*$", "");
    }
}
