package org.readingroom.report.template;

import java.util.Locale;
import java.util.Set;

/// Files written as XML end elements with `/>` that HTML leaves open, such as `<output/>`; here they get their end.
///
/// The letters in front of it stay where they are, so that lines are counted right.
final class SelfClosed {
    private static final Set<String> LEFT_OPEN = Set.of(
            "output",
            "textarea",
            "select",
            "option",
            "span",
            "p",
            "div",
            "label",
            "header",
            "section",
            "script",
            "title");

    private SelfClosed() {}

    static String opened(String source) {
        StringBuilder opened = new StringBuilder(source.length() + 64);
        int done = 0;
        int at = source.indexOf('<');
        while (at >= 0) {
            int end = tagEnd(source, at + 1);
            if (end < 0) {
                break;
            }
            String name = name(source, at + 1);
            if (source.charAt(end - 1) == '/' && LEFT_OPEN.contains(name)) {
                opened.append(source, done, end - 1).append("></").append(name).append('>');
                done = end + 1;
            }
            at = source.indexOf('<', end + 1);
        }
        return opened.append(source, done, source.length()).toString();
    }

    /// Where the `>` of a tag stands, not one inside quotes; negative when there is none.
    private static int tagEnd(String source, int from) {
        char quote = 0;
        for (int at = from; at < source.length(); at++) {
            char c = source.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return at;
            } else if ((c == '"' || c == '\'') && source.charAt(at - 1) == '=') {
                quote = c;
            }
        }
        return -1;
    }

    private static String name(String source, int from) {
        int at = from;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
        return source.substring(from, at).toLowerCase(Locale.ROOT);
    }
}
