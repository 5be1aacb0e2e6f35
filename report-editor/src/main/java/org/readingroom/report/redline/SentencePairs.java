package org.readingroom.report.redline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// Which sentence of the old words became which of the new: the one of the same id, else the one most like it in the
/// same section.
final class SentencePairs {
    /// chosen: less than half the letters in common is another sentence.
    private static final double ALIKE = 0.5;

    private final Map<SentenceId, Placed> before = new LinkedHashMap<>();
    private final Map<SentenceId, Placed> after = new LinkedHashMap<>();
    private final Map<SentenceId, SentenceId> oldOfNew = new HashMap<>();
    private final Map<SentenceId, SentenceId> newOfOld = new HashMap<>();

    /// A sentence and the section it stands in.
    record Placed(SectionKind section, ReportSentence sentence) {}

    private record Likeness(SentenceId old, SentenceId now, double likeness) {}

    SentencePairs(Report old, Report now) {
        place(old, before);
        place(now, after);
        after.keySet().stream().filter(before::containsKey).forEach(id -> pair(id, id));
        for (SectionKind kind : SectionKind.values()) {
            pairAlike(kind);
        }
    }

    private static void place(Report report, Map<SentenceId, Placed> places) {
        for (Section section : report.sections()) {
            section.sentences().forEach(one -> places.put(one.id(), new Placed(section.kind(), one)));
        }
    }

    private void pair(SentenceId old, SentenceId now) {
        oldOfNew.put(now, old);
        newOfOld.put(old, now);
    }

    private void pairAlike(SectionKind kind) {
        WordCutter cutter = WordCutter.shipped();
        List<Likeness> alike = new ArrayList<>();
        for (Placed old : before.values()) {
            if (old.section() != kind || newOfOld.containsKey(old.sentence().id())) {
                continue;
            }
            List<String> words = cutter.cut(old.sentence().words());
            for (Placed now : after.values()) {
                if (now.section() == kind
                        && !oldOfNew.containsKey(now.sentence().id())) {
                    double likeness =
                            WordDiff.likeness(words, cutter.cut(now.sentence().words()));
                    if (likeness >= ALIKE) {
                        alike.add(
                                new Likeness(old.sentence().id(), now.sentence().id(), likeness));
                    }
                }
            }
        }
        alike.sort(Comparator.comparingDouble(Likeness::likeness).reversed());
        for (Likeness one : alike) {
            if (!newOfOld.containsKey(one.old()) && !oldOfNew.containsKey(one.now())) {
                pair(one.old(), one.now());
            }
        }
    }

    Optional<Placed> oldOf(SentenceId now) {
        return Optional.ofNullable(oldOfNew.get(now)).map(before::get);
    }

    Optional<Placed> newOf(SentenceId old) {
        return Optional.ofNullable(newOfOld.get(old)).map(after::get);
    }
}
