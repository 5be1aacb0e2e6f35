package org.readingroom.report.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.redline.Piece.Act;
import org.readingroom.report.redline.SentenceChange.Aspect;
import org.readingroom.report.redline.SentenceChange.Kind;

/// One section of the redline: the old text is what was kept, removed or moved away, the new one what was kept, added
/// or moved here, each in this order.
public record SectionRedline(SectionKind kind, List<SentenceChange> changes) {
    public SectionRedline {
        changes = List.copyOf(changes);
    }

    static SectionRedline of(Section before, Section after, SentencePairs pairs) {
        Set<SentenceId> staying = staying(before, after, pairs);
        List<SentenceChange> changes = new ArrayList<>();
        int old = 0;
        for (ReportSentence now : after.sentences()) {
            SentencePairs.Placed was = pairs.oldOf(now.id()).orElse(null);
            if (was == null) {
                changes.add(added(after.kind(), now));
            } else if (!staying.contains(now.id())) {
                changes.add(moved(after.kind(), was, now));
            } else {
                while (!before.sentences().get(old).id().equals(was.sentence().id())) {
                    changes.add(gone(before.kind(), before.sentences().get(old++), pairs));
                }
                changes.add(stayed(after.kind(), was.sentence(), now));
                old++;
            }
        }
        while (old < before.sentences().size()) {
            changes.add(gone(before.kind(), before.sentences().get(old++), pairs));
        }
        return new SectionRedline(after.kind(), changes);
    }

    /// The most sentences that can stay where they are: the longest rising row of their old places.
    private static Set<SentenceId> staying(Section before, Section after, SentencePairs pairs) {
        List<SentenceId> order =
                before.sentences().stream().map(ReportSentence::id).toList();
        List<SentenceId> ids = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (ReportSentence now : after.sentences()) {
            int place = pairs.oldOf(now.id())
                    .map(was -> order.indexOf(was.sentence().id()))
                    .orElse(-1);
            if (place >= 0) {
                ids.add(now.id());
                places.add(place);
            }
        }
        int[] length = new int[places.size()];
        int[] from = new int[places.size()];
        int last = -1;
        for (int i = 0; i < places.size(); i++) {
            length[i] = 1;
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(j) < places.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    from[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<SentenceId> staying = new HashSet<>();
        for (int i = last; i >= 0; i = from[i]) {
            staying.add(ids.get(i));
        }
        return staying;
    }

    private static SentenceChange added(SectionKind kind, ReportSentence now) {
        return new SentenceChange(
                Kind.ADDED, kind, null, null, now, pieces(Act.ADDED, now), Set.of(Aspect.WORDS), null);
    }

    private static SentenceChange gone(SectionKind kind, ReportSentence was, SentencePairs pairs) {
        SentencePairs.Placed now = pairs.newOf(was.id()).orElse(null);
        return new SentenceChange(
                now == null ? Kind.REMOVED : Kind.MOVED_AWAY,
                kind,
                now == null ? null : now.section(),
                was,
                now == null ? null : now.sentence(),
                pieces(Act.REMOVED, was),
                now == null ? Set.of(Aspect.WORDS) : Set.of(),
                null);
    }

    private static SentenceChange moved(SectionKind kind, SentencePairs.Placed was, ReportSentence now) {
        return new SentenceChange(
                Kind.MOVED_HERE,
                kind,
                was.section(),
                was.sentence(),
                now,
                WordDiff.between(was.sentence().text(), now.text()),
                SentenceChange.aspects(was.sentence(), now),
                null);
    }

    private static SentenceChange stayed(SectionKind kind, ReportSentence was, ReportSentence now) {
        Set<Aspect> aspects = SentenceChange.aspects(was, now);
        return new SentenceChange(
                aspects.isEmpty() ? Kind.SAME : Kind.CHANGED,
                kind,
                null,
                was,
                now,
                WordDiff.between(was.text(), now.text()),
                aspects,
                null);
    }

    private static List<Piece> pieces(Act act, ReportSentence sentence) {
        return sentence.text().isEmpty() ? List.of() : Arrays.asList(new Piece(act, sentence.text()));
    }
}
