package org.readingroom.report.check.holdout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.model.ReportLanguage;

/// Reports as they are dictated and typed, in two languages: clean ones, and ones with exactly one mistake.
///
/// Each set was frozen before the checks first read it. Of the second hand's set half `D` may be looked at to mend the
/// checks. Of half `H` only totals are read: it has other examinations, other sentences and other mistakes than `D`.
public final class HoldOutSet {
    private static final int TRIES = 4000;

    /// A report; `kind` is empty when it is clean.
    public record Case(char half, String kind, CheckContext context) {}

    private final List<HoldOutExam> exams = new ArrayList<>();
    private final List<HoldOutMistake> mistakes = new ArrayList<>();
    private final HoldOutHand hand;

    HoldOutSet(HoldOutHand hand) {
        this.hand = hand;
        for (ReportLanguage language : List.of(ReportLanguage.CHINESE, ReportLanguage.ENGLISH)) {
            exams.addAll(HoldOutGrammar.exams(hand, language));
            int number = 0;
            for (String line : HoldOutGrammar.lines(hand.file("mistakes-" + language.code() + ".txt"))) {
                mistakes.add(HoldOutMistake.read(language, hand.half(number++), line));
            }
        }
    }

    /// The kinds of mistake, in the order of the alphabet.
    public List<String> kinds() {
        return mistakes.stream().map(HoldOutMistake::kind).distinct().sorted().toList();
    }

    /// As many of each half and language.
    public List<Case> clean() {
        List<Case> cases = new ArrayList<>();
        for (char half : hand.halves()) {
            for (ReportLanguage language : List.of(ReportLanguage.CHINESE, ReportLanguage.ENGLISH)) {
                List<HoldOutExam> some = exams.stream()
                        .filter(exam -> exam.half() == half && exam.language() == language)
                        .toList();
                for (int i = 0; i < hand.clean() / hand.halves().size() / 2; i++) {
                    HoldOutDraft draft =
                            new HoldOutDraft(some.get(i % some.size()), new Random(7_100_000L + half * 1000 + i));
                    cases.add(new Case(half, "", new HoldOutContext(draft).context()));
                }
            }
        }
        return List.copyOf(cases);
    }

    /// One report for each written mistake.
    public List<Case> mistaken() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < mistakes.size(); i++) {
            cases.add(make(mistakes.get(i), 31_000_000L + i * 10_000L));
        }
        return List.copyOf(cases);
    }

    private Case make(HoldOutMistake mistake, long seed) {
        List<HoldOutExam> some = exams.stream()
                .filter(exam -> exam.language() == mistake.language() && mistake.isMadeIn(exam))
                .toList();
        for (int i = 0; i < TRIES && !some.isEmpty(); i++) {
            HoldOutDraft draft = new HoldOutDraft(some.get(i % some.size()), new Random(seed + i));
            if (mistake.put(draft)) {
                return new Case(mistake.half(), mistake.kind(), new HoldOutContext(draft).context());
            }
        }
        throw new IllegalStateException("no report has a place for " + mistake);
    }
}
