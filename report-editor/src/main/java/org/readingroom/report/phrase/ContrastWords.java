package org.readingroom.report.phrase;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether words of a study or a template say that a contrast medium was given.
// [impl->req~report.phrase.normal-key~1]
final class ContrastWords {
    private static final Pattern PLAIN =
            Pattern.compile("(?:WITHOUT|W/O|NON|UN|NO)[\\s-]*(?:(?:IV|I\\.V\\.|INTRAVENOUS|ORAL)\\s+)?"
                    + "(?:CONTRAST|ENHANCED|ENHANCEMENT)|(?:未|非|无|不)(?:行)?(?:增强|造影)");
    private static final Pattern GIVEN = Pattern.compile("增强|造影|动态|灌注|血管成像|CONTRAST|ENHANCE|ANGIO|DYNAMIC|PERFUSION"
            + "|(?<![A-Z])(?:CTA|CTV|CTPA|CCTA|MRA|MRV|CEUS|DSA)(?![A-Z])|(?<![A-Z])C\\+|\\+C(?![A-Z])");

    private ContrastWords() {}

    static boolean areIn(String text) {
        return GIVEN.matcher(PLAIN.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(" "))
                .find();
    }
}
