package org.readingroom.report.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// White space of a file folded as it is meant: as a browser does, and none where Chinese needs none.
final class Folding {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private Folding() {}

    /// `isChinese` is the language of the template. A line break next to a Chinese letter, or at an edge of Chinese
    /// text,
    /// is nothing.
    static String fold(String text, boolean isChinese) {
        Matcher space = SPACE.matcher(text);
        StringBuilder folded = new StringBuilder();
        int done = 0;
        while (space.find()) {
            folded.append(text, done, space.start());
            boolean before = space.start() > 0 && isWide(text.charAt(space.start() - 1));
            boolean after = space.end() < text.length() && isWide(text.charAt(space.end()));
            boolean isEdge = space.start() == 0 || space.end() == text.length();
            boolean isBreak = space.group().indexOf('\n') >= 0;
            boolean isNothing = before && after || isBreak && (before || after || isChinese && isEdge);
            folded.append(isNothing ? "" : " ");
            done = space.end();
        }
        return folded.append(text, done, text.length()).toString();
    }

    /// Chinese letters and their marks.
    static boolean isWide(char c) {
        return Character.isIdeographic(c)
                || c >= 0x3000 && c <= 0x303F
                || c >= 0xFF00 && c <= 0xFFEF
                || c == '“'
                || c == '”';
    }
}
