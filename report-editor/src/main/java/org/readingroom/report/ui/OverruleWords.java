package org.readingroom.report.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.readingroom.report.check.Overrule;

/// What was let stand, why, by whom and when, in words.
final class OverruleWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private OverruleWords() {}

    static String of(Overrule one, EditorWords words, ZoneId zone) {
        return words.get(
                "report.ui.overruled",
                one.words(),
                one.reason(),
                one.name(),
                TIME.format(one.at().atZone(zone)));
    }
}
