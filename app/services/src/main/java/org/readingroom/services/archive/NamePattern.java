package org.readingroom.services.archive;

import java.util.Locale;
import java.util.regex.Pattern;
import org.readingroom.viewer.model.PersonName;

/// A name as a person types it to look for a patient: `*` stands for any letters, `?` for one.
///
/// Case, blanks, commas and the carets between the parts of a name mean nothing, so that `王小东` finds `王^小东`
/// and `wang xiaodong` finds `Wang^XiaoDong`. Every component group of a name is tried: alphabetic, ideographic,
/// phonetic.
///
/// **Source:** DICOM PS3.4 section C.2.2.2, which leaves case and groups to the archive; here they are settled.
// [impl->req~archive.match~1]
public final class NamePattern {
    private static final Pattern MEANINGLESS = Pattern.compile("[\\s^=,，、]");

    private final String asked;
    private final Pattern pattern;

    public NamePattern(String asked) {
        this.asked = asked.strip();
        StringBuilder regex = new StringBuilder();
        plain(this.asked).codePoints().forEach(letter -> {
            switch (letter) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(letter)));
            }
        });
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /// Whether nothing is asked for, so that every name will do.
    public boolean isEmpty() {
        return asked.isEmpty();
    }

    public boolean matches(PersonName name) {
        return isEmpty() || isLike(name.alphabetic()) || isLike(name.ideographic()) || isLike(name.phonetic());
    }

    private boolean isLike(String group) {
        String letters = plain(group);
        return !letters.isEmpty() && pattern.matcher(letters).matches();
    }

    /// What to ask an archive for, which compares the whole value, carets, groups and all: wider than what is
    /// meant, so that nothing is missed. Its answers go through [#matches].
    public String key() {
        if (isEmpty()) {
            return "";
        }
        StringBuilder key = new StringBuilder("*");
        MEANINGLESS.matcher(asked).replaceAll("*").codePoints().forEach(letter -> {
            boolean isStar = letter == '*';
            if (!isStar || key.charAt(key.length() - 1) != '*') {
                key.appendCodePoint(letter);
            }
            // between the signs of a Chinese name there may be a caret
            if (Character.isIdeographic(letter)) {
                key.append('*');
            }
        });
        return key.charAt(key.length() - 1) == '*' ? key.toString() : key + "*";
    }

    private static String plain(String text) {
        return MEANINGLESS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
