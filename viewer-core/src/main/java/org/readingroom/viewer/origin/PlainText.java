package org.readingroom.viewer.origin;

/// Words of people as attributes can hold them.
public final class PlainText {
    private PlainText() {}

    /// One line without the sign that separates values, cut to what fits; `most` counts characters.
    public static String line(String text, int most) {
        String line = text.replace('\\', '/').replaceAll("\\p{Cntrl}+", " ").strip();
        return cut(line, most).strip();
    }

    /// Several lines, ended as DICOM ends them.
    public static String lines(String text, int most) {
        String lines = text.replaceAll("\\r\\n|\\r|\\n", "\r\n").replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", " ");
        return cut(lines, most).stripTrailing();
    }

    /// A name typed as one run of words, as value representation PN holds it.
    public static String person(String name) {
        return line(name.replace('^', ' ').replace('=', ' '), 64);
    }

    /// Half a surrogate pair is no character.
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most));
    }
}
