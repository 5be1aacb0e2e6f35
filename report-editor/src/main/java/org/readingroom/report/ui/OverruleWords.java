package org.readingroom.report.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.readingroom.report.check.Overrule;

/// What was let stand, why, by whom and when, in words.
final class OverruleWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private OverruleWords() {}

    /// The remark is said as the checks say it.
    static String of(Overrule one, LiveChecks live, EditorWords words, ZoneId zone) {
        return words.get(
                "report.ui.overruled",
                live.overruled(one)
                        .map(result -> words.get(result.messageKey(), result.arguments()))
                        .orElse(one.checkId()),
                one.reason(),
                one.name(),
                TIME.format(one.at().atZone(zone)));
    }
}
