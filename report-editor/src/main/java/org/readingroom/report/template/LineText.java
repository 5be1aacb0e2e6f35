package org.readingroom.report.template;

import java.util.Locale;

/// The letters of one line as they come together: units behind numbers, and no space where a part was left out.
final class LineText {
    private static final String MARKS = ",.;:!?)";

    private final StringBuilder text = new StringBuilder();
    private final boolean isChinese;
    private String unit = "";

    LineText(boolean isChinese) {
        this.isChinese = isChinese;
    }

    int length() {
        return text.length();
    }

    /// Words of the template.
    void words(String words) {
        if (words.isEmpty()) {
            return;
        }
        if (!unit.isEmpty()) {
            String due = unit;
            unit = "";
            if (!FieldUnit.begins(words, due)) {
                text.append(FieldUnit.behind(due));
            }
        }
        append(words);
    }

    /// A value or a gap; gives where it begins.
    int value(String value) {
        flushUnit();
        if (!value.isEmpty()) {
            joint(value);
            text.append(value);
        }
        return text.length() - value.length();
    }

    /// The unit of the number just put; the words that follow may bring it themselves.
    void unit(String ucum) {
        unit = ucum;
    }

    /// The whole line; `isRaised` when its first letter is to be a capital.
    String finished(boolean isRaised) {
        flushUnit();
        String all = text.toString().stripTrailing();
        return isRaised && !all.isEmpty() ? all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) : all;
    }

    private void flushUnit() {
        if (!unit.isEmpty()) {
            text.append(FieldUnit.behind(unit));
            unit = "";
        }
    }

    private void append(String words) {
        joint(words);
        boolean isBeforeMark = words.length() > 1 && MARKS.indexOf(words.charAt(1)) >= 0;
        boolean dropsSpace =
                words.startsWith(" ") && (text.isEmpty() || text.charAt(text.length() - 1) == ' ' || isBeforeMark);
        String added = dropsSpace ? words.substring(1) : words;
        if (isChinese && added.length() > 1 && added.startsWith(" ") && endsWide() && Folding.isWide(added.charAt(1))) {
            added = added.substring(1);
        }
        text.append(added);
    }

    /// Takes the space away that stands before a mark, or between two Chinese letters.
    private void joint(String next) {
        int last = text.length() - 1;
        if (last < 0 || text.charAt(last) != ' ') {
            return;
        }
        boolean isMark = MARKS.indexOf(next.charAt(0)) >= 0;
        boolean isBetween =
                isChinese && last > 0 && Folding.isWide(text.charAt(last - 1)) && Folding.isWide(next.charAt(0));
        if (isMark || isBetween) {
            text.setLength(last);
        }
    }

    private boolean endsWide() {
        return !text.isEmpty() && Folding.isWide(text.charAt(text.length() - 1));
    }
}
