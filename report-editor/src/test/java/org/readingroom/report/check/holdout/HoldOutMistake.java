package org.readingroom.report.check.holdout;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.viewer.model.Sex;

/// One mistake of a named kind: in which examinations it is made, and how.
///
/// `KIND || TAGS || sex=F age=40 || STEP // STEP`. `F+` `I+` `T+` `H+` add words, `T=` `Q=` `I=` write anew, `F-key`
/// says
/// nothing of a key, `N` leaves every finding out, `F~a~b` types b for a in the findings and `FI~a~b` in the
/// impression too, `G:` is a [HoldOutTwist].
record HoldOutMistake(
        ReportLanguage language, char half, String kind, Set<String> tags, String facts, List<String> steps) {

    static HoldOutMistake read(ReportLanguage language, char half, String line) {
        String[] parts = line.split(" \\|\\| ");
        return new HoldOutMistake(
                language, half, parts[0], Set.of(parts[1].split(" ")), parts[2], List.of(parts[3].split(" // ")));
    }

    boolean isMadeIn(HoldOutExam exam) {
        return exam.half() == half && exam.tags().containsAll(tags);
    }

    /// Puts the mistake in; false when this report has no place for it.
    boolean put(HoldOutDraft draft) {
        for (String fact : facts.split(" ")) {
            if (fact.startsWith("sex=")) {
                draft.sex = fact.endsWith("M") ? Sex.MALE : Sex.FEMALE;
            } else if (fact.startsWith("age=")) {
                draft.age = Integer.parseInt(fact.substring(4));
            }
        }
        HoldOutSlots slots = draft.lineSlots();
        return steps.stream().allMatch(step -> put(step, slots, draft));
    }

    private static boolean put(String step, HoldOutSlots slots, HoldOutDraft draft) {
        if (step.startsWith("G:")) {
            return HoldOutTwist.apply(step.substring(2), draft);
        }
        if (step.equals("N")) {
            return draft.findings().isEmpty();
        }
        if (step.contains("~")) {
            String[] typed = step.split("~");
            return type(draft, typed[0].contains("I"), words -> words.replaceFirst(typed[1], typed[2]));
        }
        String words = slots.fill(step.substring(2));
        switch (step.substring(0, 2)) {
            case "F+" -> draft.moreFindings.add(words);
            case "I+" -> draft.moreImpression.add(words);
            case "T+" -> draft.technique += (draft.exam.isChinese() ? "" : " ") + words;
            case "H+" -> draft.history.add(words);
            case "T=" -> draft.technique = words;
            case "Q=" -> draft.request = words;
            case "I=" -> draft.nothing = words;
            case "F-" -> draft.silence(step.substring(2));
            default -> throw new IllegalArgumentException(step);
        }
        return true;
    }

    /// A slip of the hand at the first place that has the word.
    private static boolean type(HoldOutDraft draft, boolean inImpression, UnaryOperator<String> slip) {
        for (HoldOutSaid one : draft.said) {
            String findings = slip.apply(one.findings);
            if (!findings.equals(one.findings) && one != draft.bound) {
                one.findings = findings;
                return true;
            }
            String impression = slip.apply(one.impression);
            if (inImpression && !impression.equals(one.impression)) {
                one.impression = impression;
                return true;
            }
        }
        return false;
    }
}
