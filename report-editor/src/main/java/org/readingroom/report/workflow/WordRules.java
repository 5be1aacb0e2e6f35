package org.readingroom.report.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;

/// Which words a stage may change of the version before it.
// [impl->req~report.workflow.words~1]
final class WordRules {
    private WordRules() {}

    static void check(SigningSituation situation, List<Refusal> refusals) {
        Report now = situation.report();
        Report before = situation.versions().isEmpty()
                ? new Report(now.id(), now.study(), now.language(), "", List.of())
                : situation.versions().getLast().report();
        switch (situation.stage()) {
            case ADDENDUM -> grows(SectionKind.ADDENDUM, situation, before, refusals);
            case CONSULTATION -> grows(SectionKind.CONSULTATION, situation, before, refusals);
            case COUNTERSIGNATURE -> {
                if (!before.equals(now)) {
                    refusals.add(Refusal.of("countersignature-changes-nothing"));
                }
            }
            case CORRECTION -> {
                correction(before, now, refusals);
                aside(before, now, refusals);
            }
            case REREAD, AMENDMENT -> aside(before, now, refusals);
            case TEMPORARY, TRAINEE, PRIMARY, REVIEW -> {
                if (!now.section(SectionKind.ADDENDUM).isBlank()) {
                    refusals.add(Refusal.of("addendum-after-review"));
                }
                if (!isKept(before, now, kind -> kind == SectionKind.CONSULTATION)) {
                    refusals.add(Refusal.of("consultation-kept"));
                }
            }
        }
    }

    // [impl->req~report.workflow.addendum-only~1]
    private static void grows(SectionKind kind, SigningSituation situation, Report before, List<Refusal> refusals) {
        Report now = situation.report();
        String words = kind == SectionKind.ADDENDUM ? "addendum" : "consultation";
        if (kind == SectionKind.ADDENDUM && situation.reason().isBlank()) {
            refusals.add(Refusal.of("addendum-reason"));
        }
        if (situation.versions().isEmpty()) {
            return;
        }
        boolean isKept = before.language() == now.language()
                && before.conclusion() == now.conclusion()
                && before.keyImages().equals(now.keyImages())
                && isKept(before, now, other -> other != kind);
        String added = now.text(kind);
        String addedBefore = before.text(kind).stripTrailing();
        if (!isKept || !added.startsWith(addedBefore)) {
            refusals.add(Refusal.of(words + "-adds-only"));
        } else if (added.substring(addedBefore.length()).isBlank()) {
            refusals.add(Refusal.of(words + "-empty"));
        }
    }

    /// Identity, item and form may be put right; what was found and concluded stays, word for word.
    // [impl->req~report.workflow.correction~1]
    private static void correction(Report before, Report now, List<Refusal> refusals) {
        boolean isSame = before.language() == now.language()
                && before.conclusion() == now.conclusion()
                && words(before.text(SectionKind.FINDINGS)).equals(words(now.text(SectionKind.FINDINGS)))
                && words(before.text(SectionKind.IMPRESSION)).equals(words(now.text(SectionKind.IMPRESSION)));
        if (!isSame) {
            refusals.add(Refusal.of("correction-keeps-diagnosis"));
        }
        if (before.equals(now)) {
            refusals.add(Refusal.of("correction-changes-nothing"));
        }
    }

    /// What others added stays when a report is given out anew.
    private static void aside(Report before, Report now, List<Refusal> refusals) {
        if (!isKept(before, now, kind -> kind == SectionKind.CONSULTATION || kind == SectionKind.ADDENDUM)) {
            refusals.add(Refusal.of("reissue-keeps-additions"));
        }
    }

    private static boolean isKept(Report before, Report now, Predicate<SectionKind> which) {
        return Arrays.stream(SectionKind.values())
                .filter(which)
                .allMatch(kind -> before.section(kind).equals(now.section(kind)));
    }

    /// The text without its form: blanks count only between two letters or digits of a Western word,
    /// where taking one away makes another word or number.
    static String words(String text) {
        StringBuilder words = new StringBuilder();
        boolean isGap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u3000') {
                isGap = true;
            } else {
                if (isGap && !words.isEmpty() && isWestern(c) && isWestern(words.charAt(words.length() - 1))) {
                    words.append(' ');
                }
                isGap = false;
                words.append(c);
            }
        }
        return words.toString();
    }

    private static boolean isWestern(char c) {
        return c > ' ' && c < 0x2E80;
    }
}
